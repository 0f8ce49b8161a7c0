"use client";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { Input } from "../../ui/input.tsx";
import { Select } from "../../ui/select.tsx";

const ways = ["relates", "incident_of", "problem_of"] as const;
type Way = (typeof ways)[number];

export type LinkDialogProps = {
  open: boolean;
  onClose: () => void;
  onLink: (link: { number: number; as: Way }) => void;
};

/** Which ticket, and how the two hang together. */
export function LinkDialog({ open, onClose, onLink }: LinkDialogProps) {
  const { t } = useI18n();
  const [as, setAs] = useState<Way>("relates");
  const [number, setNumber] = useState("");
  const ready = /^[1-9]\d{0,14}$/.test(number);
  function go() {
    if (!ready) return;
    onLink({ number: Number(number), as });
    setNumber("");
    onClose();
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(shown) => !shown && onClose()}
      title={t("links.link")}
      footer={
        <Button look="primary" disabled={!ready} onClick={go}>
          {t("links.go")}
        </Button>
      }
    >
      <div className="flex flex-col gap-3">
        <Field label={t("links.how")}>
          <Select
            value={as}
            onChange={(event) => setAs(event.target.value as Way)}
            options={ways.map((value) => ({ value, label: t(`links.ways.${value}`) }))}
          />
        </Field>
        <Field label={t("merge.number")}>
          <Input
            inputMode="numeric"
            value={number}
            onChange={(event) => setNumber(event.target.value.replace(/^#/, "").trim())}
            onKeyDown={(event) => event.key === "Enter" && go()}
          />
        </Field>
      </div>
    </Dialog>
  );
}
