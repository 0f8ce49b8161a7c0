import { isOpen, type TicketStatus } from "../tickets/status.ts";

/** What is known of how a ticket was answered, oldest reply first. */
export type AnsweredTicket = {
  status: TicketStatus;
  /** Spam, in the trash, or merged into another. */
  aside: boolean;
  /** What its customer asked first; null when that came by a machine or from somebody unknown. */
  question: string | null;
  /** Public answers, with the articles that each cites or links to. */
  replies: readonly { by: "agent" | "assistant"; articleIds: readonly string[] }[];
  /** The assistant had proposed an article. */
  proposed: boolean;
};

/** A past question and the article that answered it; null when none of the desk's did. */
export type AnsweredQuestion = { question: string; articleId: string | null };

/**
 * What a ticket teaches about questions like its own; null when it teaches nothing. A person's solved answer counts at once.
 * The assistant's own counts when nobody came back to it: it cannot vouch for itself. A person who wrote something else than the
 * article that the assistant had proposed says that none of the articles answers.
 */
export function answeredQuestion(ticket: AnsweredTicket): AnsweredQuestion | null {
  const { status, aside, question, replies } = ticket;
  if (aside || !question?.trim() || isOpen(status)) return null;
  const last = replies.findLast(({ articleIds }) => articleIds.length > 0);
  if (last) {
    if (last.by === "assistant" && status !== "closed") return null;
    return { question, articleId: last.articleIds[0]! };
  }
  const byPerson = replies.some(({ by }) => by === "agent");
  return ticket.proposed && byPerson ? { question, articleId: null } : null;
}

/** The articles of the desk's own help centre that a text links to, by slug, in order. */
export function linkedArticles(body: string): string[] {
  return [...body.matchAll(/\/help\/articles\/([a-z0-9][a-z0-9-]{0,199})/gu)].map(([, slug]) => slug!);
}
