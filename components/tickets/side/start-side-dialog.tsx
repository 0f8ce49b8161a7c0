"use client";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { Input } from "../../ui/input.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { ComposerFiles } from "../composer-files.tsx";
import { addressesIn } from "../composer-recipients.tsx";
import { useOwnFiles } from "../use-own-files.ts";

export type StartSideDialogProps = {
  subject: string;
  open: boolean;
  onClose: () => void;
  onStart: (input: {
    people: { address: string }[];
    subject: string;
    body: string;
    files: string[];
  }) => Promise<boolean>;
};

/** To whom, about what. A refusal keeps what was written. */
export function StartSideDialog({ subject: about, open, onClose, onStart }: StartSideDialogProps) {
  const { t } = useI18n();
  const [to, setTo] = useState("");
  const [subject, setSubject] = useState(about);
  const [body, setBody] = useState("");
  const { files, coming, add, drop } = useOwnFiles();
  const addresses = addressesIn(to);
  const ready = coming.length === 0 && addresses.length > 0 && subject.trim() !== "" && body.trim() !== "";
  async function send() {
    onClose();
    const sent = await onStart({
      people: addresses.map((address) => ({ address })),
      subject: subject.trim(),
      body: body.trim(),
      files: files.map(({ token }) => token),
    });
    if (!sent) return;
    setTo("");
    setBody("");
    drop(files.map(({ token }) => token));
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(shown) => !shown && onClose()}
      title={t("side.start")}
      description={t("side.hidden")}
      footer={
        <Button look="primary" disabled={!ready} onClick={() => void send()}>
          {t("side.send")}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t("side.to")} hint={t("side.toHint")}>
          <Input type="text" inputMode="email" value={to} onChange={(event) => setTo(event.target.value)} />
        </Field>
        <Field label={t("side.subject")}>
          <Input value={subject} maxLength={500} onChange={(event) => setSubject(event.target.value)} />
        </Field>
        <Field label={t("side.words")}>
          <Textarea
            value={body}
            maxLength={100_000}
            style={{ minHeight: "9rem" }}
            onChange={(event) => setBody(event.target.value)}
          />
        </Field>
        <div className="flex flex-wrap items-center gap-1">
          <ComposerFiles
            files={files}
            coming={coming}
            onAdd={(given) => void add(given)}
            onRemove={(token) => drop([token])}
          />
        </div>
      </div>
    </Dialog>
  );
}
