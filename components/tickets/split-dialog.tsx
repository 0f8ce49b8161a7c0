"use client";
import { useState } from "react";
import { truncate } from "#lib/domain/text/clean.ts";
import type { MessageView, TicketView } from "#lib/reads/ticket-view.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Input } from "../ui/input.tsx";
import { isUnsent } from "./unsent.ts";

export type SplitDialogProps = {
  ticket: TicketView;
  open: boolean;
  onClose: () => void;
  onSplit: (input: { messageIds: string[]; subject: string }) => void;
};

/** Which messages get a ticket of their own, and what it is called. */
export function SplitDialog({ ticket, open, onClose, onSplit }: SplitDialogProps) {
  const { t } = useI18n();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [subject, setSubject] = useState(ticket.subject);
  const said = ticket.timeline.filter(
    (item): item is MessageView => item.item === "message" && !isUnsent(item.id),
  );
  const enough = chosen.length > 0 && chosen.length < said.length && subject.trim() !== "";
  return (
    <Dialog
      open={open}
      onOpenChange={(shown) => !shown && onClose()}
      title={t("split.title")}
      description={t("split.lead")}
      footer={
        <Button
          look="primary"
          disabled={!enough}
          onClick={() => {
            onSplit({ messageIds: [...chosen], subject: subject.trim() });
            onClose();
          }}
        >
          {t("split.go", { n: chosen.length })}
        </Button>
      }
    >
      <Field label={t("split.subject")}>
        <Input value={subject} maxLength={500} onChange={(event) => setSubject(event.target.value)} />
      </Field>
      <ul className="mt-3 flex flex-col gap-1">
        {said.map(({ id, author, body }) => (
          <li key={id}>
            <Checkbox
              checked={chosen.includes(id)}
              onCheckedChange={(on) => setChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
            >
              <bdi>{author.name || author.address}</bdi> – <bdi>{truncate(body, 90)}</bdi>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
