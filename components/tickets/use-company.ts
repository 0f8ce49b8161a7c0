"use client";
import { type RefObject, useRef, useState } from "react";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { addressesIn, type Chosen, chosenOf, isAddress, usualRecipients } from "./composer-recipients.tsx";
import type { KeptDraft } from "./saved-words.ts";
import type { DraftCompany, OwnFile, Unsent } from "./ticket-actions.ts";
import { useOwnFiles } from "./use-own-files.ts";

/**
 * What goes out with the words: files, who gets them, the assistant's draft they grew from. Each text has its own: what is
 * for colleagues must never leave with a reply. `kept` is what is saved with the draft.
 */
export function useCompany(ticket: TicketView, first: Record<"reply" | "note", KeptDraft>) {
  const { t } = useI18n();
  const files = { reply: useOwnFiles(first.reply.files), note: useOwnFiles(first.note.files) };
  const [chosen, setChosen] = useState<Chosen | null>(first.reply.recipients);
  const [draftId, setDraftId] = useState(first.reply.draftId);
  const kept = {
    reply: useLatest<DraftCompany>({ files: files.reply.files, recipients: chosen, draftId }),
    note: useLatest<DraftCompany>({ files: files.note.files, recipients: null, draftId: null }),
  };

  return {
    files,
    kept,
    chosen,
    setChosen,
    draftId,
    setDraftId,
    recipients: () => chosen && { to: addressesIn(chosen.to), cc: addressesIn(chosen.cc) },
    /** A sentence when a reply cannot go to whom it was addressed. */
    refused(): string | null {
      if (!chosen) return null;
      const to = addressesIn(chosen.to);
      const bad = [...to, ...addressesIn(chosen.cc)].find((one) => !isAddress(one));
      if (bad) return t("composer.badAddress", { address: bad });
      return to.length === 0 ? t("composer.nobody") : null;
    },
    /** As another window of the same person has it. */
    take(kind: "reply" | "note", { files: given, recipients, draftId: grewFrom }: DraftCompany) {
      files[kind].set(given);
      if (kind === "note") return;
      setChosen(recipients);
      setDraftId(grewFrom);
    },
    /** As it was with a reply that was taken back. */
    restore({ files: given, recipients, draftId: grewFrom }: Unsent) {
      const back = chosenOf(recipients);
      const usual = usualRecipients(ticket);
      files.reply.put(given);
      setChosen(back.to === usual.to && back.cc === usual.cc ? null : back);
      setDraftId(grewFrom);
    },
  };
}

export const tokensOf = (files: readonly OwnFile[]): string[] => files.map(({ token }) => token);

/** Read later by what was made earlier. */
function useLatest<Value>(value: Value): RefObject<Value> {
  const latest = useRef(value);
  latest.current = value;
  return latest;
}
