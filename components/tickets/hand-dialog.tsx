"use client";
import { useState } from "react";
import type { DeskChoices } from "#lib/reads/desk-choices.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Select } from "../ui/select.tsx";
import { Textarea } from "../ui/textarea.tsx";

export type HandDialogProps = {
  colleagues: DeskChoices["agents"];
  open: boolean;
  onClose: () => void;
  onHand: (input: { agentId: string; note: string }) => Promise<boolean>;
};

/** Gives the ticket to a colleague with the words they need. Refused, the words stay. */
export function HandDialog({ colleagues, open, onClose, onHand }: HandDialogProps) {
  const { t } = useI18n();
  const [agentId, setAgentId] = useState("");
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const hand = async () => {
    setBusy(true);
    const done = await onHand({ agentId, note });
    setBusy(false);
    if (!done) return;
    setNote("");
    onClose();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(shown) => !shown && onClose()}
      size="sm"
      title={t("together.hand")}
      footer={
        <Button look="primary" disabled={busy || !agentId || !note.trim()} onClick={() => void hand()}>
          {t("together.hand")}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t("together.handTo")}>
          <Select
            value={agentId}
            onChange={(event) => setAgentId(event.target.value)}
            options={[
              { value: "", label: "" },
              ...colleagues.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
        <Field label={t("together.handNote")}>
          <Textarea rows={4} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
