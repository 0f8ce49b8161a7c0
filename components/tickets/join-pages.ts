import type { TimelineItem } from "#lib/reads/ticket-view.ts";

/**
 * The newest page as it is served now, under what was read before it. The newest page moves on as messages come; what slid
 * out of it stays. Null when the two do not touch: in between there is something nobody has read yet.
 */
export function joinPages(
  known: readonly TimelineItem[],
  newest: readonly TimelineItem[],
): TimelineItem[] | null {
  const first = newest[0];
  if (!first) return [];
  const at = known.findIndex((item) => keyOf(item) === keyOf(first));
  return at < 0 ? null : [...known.slice(0, at), ...newest];
}

const keyOf = (item: TimelineItem): string => (item.item === "message" ? item.id : `event ${item.seq}`);
