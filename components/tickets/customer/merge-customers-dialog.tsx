"use client";
import { useState } from "react";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { Input } from "../../ui/input.tsx";

export type MergeCustomersDialogProps = {
  open: boolean;
  onClose: () => void;
  onMerge: (address: string) => void;
};

/** Which other record is the same person: named by one of its addresses. */
export function MergeCustomersDialog({ open, onClose, onMerge }: MergeCustomersDialogProps) {
  const { t } = useI18n();
  const [address, setAddress] = useState("");
  const ready = /^\S+@\S+\.\S+$/.test(address.trim());
  function go() {
    if (!ready) return;
    onMerge(address.trim().toLowerCase());
    setAddress("");
    onClose();
  }
  return (
    <Dialog
      open={open}
      onOpenChange={(shown) => !shown && onClose()}
      title={t("customer.merge")}
      description={t("customer.mergeLead")}
      footer={
        <Button look="primary" disabled={!ready} onClick={go}>
          {t("merge.go")}
        </Button>
      }
    >
      <Field label={t("customer.otherAddress")}>
        <Input
          type="email"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          onKeyDown={(event) => event.key === "Enter" && go()}
        />
      </Field>
    </Dialog>
  );
}
