"use client";
import { useState } from "react";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { Input } from "../../ui/input.tsx";
import { Textarea } from "../../ui/textarea.tsx";

export type FollowUpDialogProps = {
  ticket: TicketView;
  open: boolean;
  onClose: () => void;
  onCreate: (input: { subject: string; note: string }) => Promise<boolean>;
};

/** A new ticket about this one: its subject, and for colleagues why. Refused, the words stay. */
export function FollowUpDialog({ ticket, open, onClose, onCreate }: FollowUpDialogProps) {
  const { t } = useI18n();
  const [subject, setSubject] = useState(ticket.subject);
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const create = async () => {
    setBusy(true);
    const done = await onCreate({ subject: subject.trim(), note: note.trim() });
    setBusy(false);
    if (!done) return;
    setNote("");
    onClose();
  };
  const ready = !busy && subject.trim() !== "" && note.trim() !== "";
  return (
    <Dialog
      open={open}
      onOpenChange={(shown) => !shown && onClose()}
      title={t("links.followUp")}
      description={t("links.followUpLead", { number: ticket.number })}
      footer={
        <Button look="primary" disabled={!ready} onClick={() => void create()}>
          {t("links.create")}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t("links.subject")}>
          <Input value={subject} maxLength={500} onChange={(event) => setSubject(event.target.value)} />
        </Field>
        <Field label={t("links.note")} hint={t("ticket.noteHint")}>
          <Textarea value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </div>
    </Dialog>
  );
}
