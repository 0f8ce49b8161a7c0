export type Step = "up" | "down";

/** The order with one thing moved by a place; null at either end and when the thing is gone: nothing moves then. */
export function stepInOrder(ids: readonly string[], id: string, step: Step): string[] | null {
  const from = ids.indexOf(id);
  const to = step === "up" ? from - 1 : from + 1;
  if (from === -1 || to < 0 || to >= ids.length) return null;
  const order = ids.toSpliced(from, 1);
  order.splice(to, 0, id);
  return order;
}
