"use client";
import { useState } from "react";
import { formatDateTime } from "#lib/i18n/format.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Input } from "../ui/input.tsx";
import { useReaderZone } from "../ui/use-reader-zone.ts";

export type SnoozeDialogProps = {
  number: number;
  onSnooze: (until: Date | null) => void;
  onClose: () => void;
};

/** Until when a ticket is put aside: one key each, or a time of one's own. */
export function SnoozeDialog({ number, onSnooze, onClose }: SnoozeDialogProps) {
  const { t, locale } = useI18n();
  const timeZone = useReaderZone();
  const [own, setOwn] = useState("");
  const choices = [
    { label: t("snooze.laterToday"), until: inHours(3) },
    { label: t("snooze.tomorrow"), until: atNine(1) },
    { label: t("snooze.monday"), until: atNine((8 - new Date().getDay()) % 7 || 7) },
    { label: t("snooze.week"), until: atNine(7) },
    { label: t("snooze.reply"), until: null },
  ];
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t("snooze.title", { number })} size="sm">
      <ul
        className="flex flex-col gap-px"
        onKeyDown={(event) => {
          const choice = choices[Number(event.key) - 1];
          if (choice) onSnooze(choice.until);
        }}
      >
        {choices.map(({ label, until }, at) => (
          <li key={label}>
            <button
              type="button"
              onClick={() => onSnooze(until)}
              className="flex min-h-8 w-full items-center gap-3 rounded-md px-2 text-left text-sm hover:bg-hover pointer-coarse:min-h-11"
            >
              <kbd className="tabular w-4 text-faint text-xs">{at + 1}</kbd>
              <span className="flex-1">{label}</span>
              {until && <span className="text-faint text-xs">{formatDateTime(locale, until, timeZone)}</span>}
            </button>
          </li>
        ))}
      </ul>
      <form
        className="mt-3 flex items-end gap-2 border-line border-t pt-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (own) onSnooze(new Date(own));
        }}
      >
        <Field label={t("snooze.own")} className="flex-1">
          <Input type="datetime-local" value={own} onChange={(event) => setOwn(event.target.value)} />
        </Field>
        <Button type="submit" look="primary" disabled={own === ""}>
          {t("snooze.do")}
        </Button>
      </form>
    </Dialog>
  );
}

function inHours(hours: number): Date {
  const at = new Date(Date.now() + hours * 3_600_000);
  at.setMinutes(0, 0, 0);
  return at;
}

function atNine(days: number): Date {
  const at = new Date();
  at.setDate(at.getDate() + days);
  at.setHours(9, 0, 0, 0);
  return at;
}
