"use client";
import { useEffect, useState } from "react";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { type KeptDraft, newestDraft } from "./saved-words.ts";
import type { TicketActions } from "./ticket-actions.ts";
import { useCompany } from "./use-company.ts";
import { placeOf, useDraft } from "./use-draft.ts";

type Kind = "reply" | "note";
type Options = {
  /** When the desk read the ticket. */
  readAt: number;
  me: { id: string };
  save: TicketActions["saveDraft"];
};

/** One's reply and one's note on a ticket, each with its words and what goes out with them, saved together. */
export function useOwnDrafts(ticket: TicketView, { readAt, me, save }: Options) {
  const of = (kind: Kind) => ({ ticketId: ticket.id, kind, ownerId: me.id });
  const kept = (kind: Kind) => ticket.ownDrafts.find((draft) => draft.kind === kind) ?? noDraft;
  const served = { reply: kept("reply"), note: kept("note") };
  const [first] = useState(() => ({
    reply: newestDraft(placeOf(of("reply")), served.reply, readAt),
    note: newestDraft(placeOf(of("note")), served.note, readAt),
  }));
  const company = useCompany(ticket, first);
  const begin = (kind: Kind) => ({ first: first[kind], served: served[kind], readAt });
  const drafts = {
    reply: useDraft(of("reply"), begin("reply"), save, company.kept.reply),
    note: useDraft(of("note"), begin("note"), save, company.kept.note),
  };
  const touchReply = drafts.reply.touch;
  const touchNote = drafts.note.touch;
  useEffect(() => {
    touchReply();
    touchNote();
  });
  return { company, drafts, served };
}

const noDraft: KeptDraft = {
  body: "",
  document: null,
  revision: null,
  files: [],
  recipients: null,
  draftId: null,
};
