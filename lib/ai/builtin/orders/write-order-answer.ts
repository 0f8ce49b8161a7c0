import type { DraftReply, DraftSentence, SourceRef } from "#lib/domain/answers/draft.ts";
import { askedOrder } from "#lib/domain/customers/name-order.ts";
import type { CustomerOrder, OwnOrders } from "#lib/domain/customers/order.ts";
import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import { assembleAnswer } from "../write-draft.ts";
import { asksWhere } from "./asks-where.ts";
import { orderWordsFor, recordOf } from "./order-words.ts";

export const orderVersion = "order-1";

/** A number the customer named is as good as certain; the only order under way is a very good guess. */
const sure = { named: 0.97, only: 0.92 };

/**
 * "Where is my order?" answered from the shop's own record of it, sentence by sentence. Null when something else
 * is asked, or nothing tells which order is meant: then the articles or a person answer. No model writes this, so
 * what a customer bought does not leave the desk.
 */
export function writeOrderAnswer(evidence: TriageEvidence, own: OwnOrders): DraftReply | null {
  const words = orderWordsFor(evidence.language.code);
  if (!words || own.orders.length === 0 || !asksWhere(evidence.text)) return null;
  const asked = askedOrder(evidence.text, own.orders);
  if (asked.kind !== "one") return null;
  const order = own.orders.find(({ id }) => id === asked.order.id)!;

  const { timeZone } = own;
  const source: SourceRef = {
    kind: "order",
    id: order.id,
    version: order.updatedAt.getTime(),
    title: words.title(order.number),
    excerpt: recordOf(order, words, timeZone),
  };
  const { tracking, expectedAt, deliveredAt } = order;
  const moving = order.status === "shipped";
  const said = [
    words.about({
      number: order.number,
      item: order.items[0]?.name ?? null,
      placed: words.date(order.placedAt, timeZone),
      status: order.status,
    }),
    deliveredAt && order.status === "delivered" && words.delivered(words.date(deliveredAt, timeZone)),
    expectedAt && !deliveredAt && isUnderway(order) && words.expected(words.date(expectedAt, timeZone)),
    tracking?.number && moving && words.tracking(tracking.carrier ?? null, tracking.number),
    tracking?.url && moving && words.link(tracking.url),
  ].filter((text): text is string => Boolean(text));
  const sentences: DraftSentence[] = said.map((text) => ({ text, sources: [source] }));
  return {
    ...assembleAnswer(evidence, sentences),
    confidence: asked.named ? sure.named : sure.only,
    promptVersion: orderVersion,
  };
}

const isUnderway = ({ status }: CustomerOrder): boolean =>
  status === "paid" || status === "preparing" || status === "shipped";
