"use client";
import { useState } from "react";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Input } from "../ui/input.tsx";

export type Chosen = { to: string; cc: string };

/** Whom the ticket would answer: the requester, with the people in Cc. */
export function usualRecipients({ participants }: TicketView): Chosen {
  const of = (kind: "requester" | "cc") =>
    participants
      .filter((person) => person.kind === kind && !person.address.endsWith(".invalid"))
      .map((person) => person.address)
      .join(", ");
  return { to: of("requester"), cc: of("cc") };
}

export const chosenOf = ({ to, cc }: { to: readonly string[]; cc: readonly string[] }): Chosen => ({
  to: to.join(", "),
  cc: cc.join(", "),
});

/** Written one after another, with a name before the address or without. */
export const addressesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]+/)
      .flatMap((one) => /<([^<>]*)>/.exec(one)?.[1] ?? one.split(/\s+/))
      .map((one) => one.trim().toLowerCase())
      .filter(Boolean),
  ),
];

export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);

/** Everybody who will read the answer, in words; a click makes it two fields. Nobody is added by itself. */
export function ComposerRecipients({
  chosen,
  onChange,
}: {
  chosen: Chosen;
  onChange: (next: Chosen) => void;
}) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  if (!open) {
    return (
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="min-w-0 truncate rounded-sm text-faint text-xs hover:text-ink"
        title={t("composer.changeRecipients")}
      >
        {t("composer.to")} <bdi>{chosen.to}</bdi>
        {chosen.cc && (
          <>
            {" · "}
            {t("composer.cc")} <bdi>{chosen.cc}</bdi>
          </>
        )}
      </button>
    );
  }
  return (
    <div className="mb-1.5 grid w-full grid-cols-[auto_1fr] items-center gap-x-2 gap-y-1 text-xs">
      {(["to", "cc"] as const).map((field) => (
        <div key={field} className="contents">
          <span className="text-faint">{t(`composer.${field}`)}</span>
          <Input
            type="text"
            aria-label={t(`composer.${field}`)}
            inputMode="email"
            autoComplete="off"
            value={chosen[field]}
            onChange={(event) => onChange({ ...chosen, [field]: event.target.value })}
          />
        </div>
      ))}
    </div>
  );
}
