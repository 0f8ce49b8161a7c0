"use client";
import { useState } from "react";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Input } from "../ui/input.tsx";
import { useBlock } from "./blocks/use-block.ts";

export type MergeDialogProps = {
  ticket: TicketView;
  onClose: () => void;
  onMerge: (input: { intoNumber: number; acrossCustomers: boolean }) => void;
};

/** Into which ticket this one goes: one of the customer's own by a click, any other by its number. */
export function MergeDialog({ ticket, onClose, onMerge }: MergeDialogProps) {
  const { t } = useI18n();
  const [number, setNumber] = useState("");
  const [across, setAcross] = useState(false);
  const own = (useBlock(ticket, "past").data?.tickets ?? []).filter(({ status }) => status !== "closed");
  const go = (intoNumber: number) => {
    onMerge({ intoNumber, acrossCustomers: across });
    onClose();
  };
  return (
    <Dialog
      open
      onOpenChange={(shown) => !shown && onClose()}
      title={t("merge.title")}
      description={t("merge.lead", { number: ticket.number })}
      footer={
        <Button look="primary" disabled={!/^\d{1,15}$/.test(number)} onClick={() => go(Number(number))}>
          {t("merge.go")}
        </Button>
      }
    >
      {own.length > 0 && (
        <ul aria-label={t("merge.own")} className="-mx-2 mb-3 flex flex-col">
          {own.map((one) => (
            <li key={one.number}>
              <button
                type="button"
                onClick={() => go(one.number)}
                className="flex min-h-9 w-full items-center gap-2 rounded-md px-2 text-left text-sm hover:bg-hover pointer-coarse:min-h-11"
              >
                <span className="tabular text-faint">#{one.number}</span>
                <bdi className="truncate">{one.subject}</bdi>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Field label={t("merge.number")}>
        <Input
          inputMode="numeric"
          value={number}
          onChange={(event) => setNumber(event.target.value.replace(/^#/, "").trim())}
        />
      </Field>
      <div className="mt-3">
        <Checkbox checked={across} onCheckedChange={setAcross}>
          {t("merge.across")}
        </Checkbox>
      </div>
    </Dialog>
  );
}
