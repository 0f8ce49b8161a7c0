import type { CustomerOrder } from "./order.ts";

/** "#a-21 733" and "A-21733" are the same number to the person who types it. */
export function orderKey(number: string): string {
  return number
    .normalize("NFKC")
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

const candidates = /(?<![\p{L}\p{N}]|\d[.,:])#?\s?[A-Za-z]{0,6}[–-]?\d[\d–-]{2,30}(?!\d)/gu;

/** What a text calls an order by: runs that hold at least three digits and are no date, time or sum. */
export function namedOrders(text: string): string[] {
  const found = [...text.normalize("NFKC").matchAll(candidates)]
    .filter(
      ({ 0: run, index }) =>
        !/^\s?(?:원|달러|만|천|개|won\b|dollars?\b|%|:|[.,]\d)/u.test(text.slice(index + run.length)),
    )
    .map(([run]) => run.trim())
    .filter((run) => !/^\d{4}-\d{1,2}-\d{1,2}$/u.test(run));
  return [...new Set(found.map(orderKey))].filter((key) => (key.match(/\d/gu) ?? []).length >= 3);
}

/** Still on its way to the customer. */
const underway: readonly CustomerOrder["status"][] = ["placed", "paid", "preparing", "shipped"];

export type AskedOrder =
  | { kind: "one"; order: CustomerOrder; named: boolean }
  /** A number was named that is none of this customer's, or nothing tells which one is meant. */
  | { kind: "unknown" };

/** Which of their own orders a customer speaks of: the one they name, else the only one that is under way. */
export function askedOrder(text: string, own: readonly CustomerOrder[]): AskedOrder {
  const named = namedOrders(text);
  const hits = own.filter(({ number }) => named.includes(orderKey(number)));
  if (hits.length === 1) return { kind: "one", order: hits[0]!, named: true };
  if (hits.length > 1 || named.length > 0) return { kind: "unknown" };
  const open = own.filter(({ status }) => underway.includes(status));
  return open.length === 1 ? { kind: "one", order: open[0]!, named: false } : { kind: "unknown" };
}
