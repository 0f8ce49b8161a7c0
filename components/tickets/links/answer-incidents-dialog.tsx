"use client";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { Select } from "../../ui/select.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { type ReplyStatus, settableStatuses } from "../ticket-actions.ts";

export type AnswerIncidentsDialogProps = {
  total: number;
  open: boolean;
  onClose: () => void;
  onAnswer: (answer: { body: string; status: ReplyStatus }) => Promise<boolean>;
};

/** One text to everybody who has this problem. Refused, the words stay. */
export function AnswerIncidentsDialog({ total, open, onClose, onAnswer }: AnswerIncidentsDialogProps) {
  const { t } = useI18n();
  const [body, setBody] = useState("");
  const [busy, setBusy] = useState(false);
  const answer = async () => {
    setBusy(true);
    const done = await onAnswer({ body: body.trim(), status });
    setBusy(false);
    if (!done) return;
    setBody("");
    onClose();
  };
  const [status, setStatus] = useState<ReplyStatus>("solved");
  return (
    <Dialog
      open={open}
      onOpenChange={(shown) => !shown && onClose()}
      title={t("links.answerAll")}
      description={t("links.answerLead")}
      footer={
        <Button look="primary" disabled={busy || body.trim() === ""} onClick={() => void answer()}>
          {t("links.sendAll", { n: total })}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t("links.words")}>
          <Textarea
            value={body}
            maxLength={100_000}
            style={{ minHeight: "9rem" }}
            onChange={(event) => setBody(event.target.value)}
          />
        </Field>
        <Field label={t("links.after")}>
          <Select
            value={status}
            onChange={(event) => setStatus(event.target.value as ReplyStatus)}
            options={settableStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
          />
        </Field>
      </div>
    </Dialog>
  );
}
