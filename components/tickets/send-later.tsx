"use client";
import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Input } from "../ui/input.tsx";

export type SendLaterProps = { open: boolean; onClose: () => void; onChoose: (sendAt: string) => void };

/** When the reply is to leave: a moment by hand, or one of three usual ones. */
export function SendLater({ open, onClose, onChoose }: SendLaterProps) {
  const { t } = useI18n();
  const [at, setAt] = useState("");
  const [isPast, setPast] = useState(false);
  const choose = (date: Date) => {
    if (Number.isNaN(date.getTime()) || date.getTime() < Date.now()) return setPast(true);
    onChoose(date.toISOString());
    onClose();
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(shown) => !shown && onClose()}
      size="sm"
      title={t("composer.sendLater")}
      footer={
        <Button look="primary" disabled={!at} onClick={() => choose(new Date(at))}>
          {t("composer.schedule")}
        </Button>
      }
    >
      <div className="flex flex-wrap gap-2 pb-3">
        <Button onClick={() => choose(inHours(1))}>{t("composer.inAnHour")}</Button>
        <Button onClick={() => choose(atNine(1))}>{t("composer.tomorrowAtNine")}</Button>
        <Button onClick={() => choose(atNine((8 - new Date().getDay()) % 7 || 7))}>
          {t("composer.mondayAtNine")}
        </Button>
      </div>
      <Field label={t("composer.sendAt")} error={isPast ? t("composer.isPast") : undefined}>
        <Input
          type="datetime-local"
          value={at}
          onChange={(event) => {
            setAt(event.target.value);
            setPast(false);
          }}
        />
      </Field>
    </Dialog>
  );
}

const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000);

/** Nine in the morning on the reader's own clock. */
function atNine(days: number): Date {
  const date = new Date();
  date.setDate(date.getDate() + days);
  date.setHours(9, 0, 0, 0);
  return date;
}
