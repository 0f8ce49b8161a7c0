"use client";
import { useEffect } from "react";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import type { KeptDraft } from "./saved-words.ts";
import type { Draft } from "./use-draft.ts";

type Kind = "reply" | "note";

/** Hears when one's own words became others on the desk: another window wrote on or sent them, a reply was taken back. */
export function useDraftNews(
  {
    ticket,
    me,
    served,
    drafts,
  }: { ticket: TicketView; me: string; served: Record<Kind, KeptDraft>; drafts: Record<Kind, Draft> },
  take: (kind: Kind, next: KeptDraft) => void,
) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another text on the server is news
  useEffect(() => {
    for (const kind of ["reply", "note"] as const) {
      const isSent = (body: string) => wasSaid(ticket.timeline, { kind, author: me, body });
      const next = drafts[kind].news(served[kind], isSent);
      if (next) take(kind, next);
    }
  }, [served.reply.revision, served.note.revision]);
}

/** A message of this person begins with these words. */
function wasSaid(
  timeline: TicketView["timeline"],
  { kind, author, body }: Record<"kind" | "author" | "body", string>,
) {
  const begun = body.trim();
  return timeline.some(
    (one) =>
      one.item === "message" &&
      one.kind === kind &&
      one.author.kind === "agent" &&
      one.author.name === author &&
      one.body.startsWith(begun),
  );
}
