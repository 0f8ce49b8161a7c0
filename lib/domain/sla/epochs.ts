import type { Cycle } from "./cycles.ts";
import { type Terms, type Timeline, targetOf, termsAt } from "./timeline.ts";

/** A stretch in which one cycle had one deadline. */
export interface Epoch {
  from: Date;
  terms: Terms;
  target: number | null;
}

/** The terms that held for a cycle up to `end`, in order; changes that do not move its deadline are left out. */
export function epochsOf(cycle: Cycle, timeline: Timeline, end: Date): Epoch[] {
  const first = termsAt(timeline, cycle.startedAt)!;
  const epochs: Epoch[] = [{ from: cycle.startedAt, terms: first, target: targetOf(first, cycle.kind) }];
  for (const terms of timeline.terms.slice(timeline.terms.indexOf(first) + 1)) {
    if (terms.at > end) break;
    // Of several changes in one instant only the last one ever held.
    if (epochs.at(-1)!.from.getTime() === terms.at.getTime()) epochs.pop();
    const last = epochs.at(-1);
    if (last && sameDeadline(cycle, last.terms, terms)) continue;
    epochs.push({ from: terms.at, terms, target: targetOf(terms, cycle.kind) });
  }
  return epochs;
}

function sameDeadline(cycle: Cycle, a: Terms, b: Terms): boolean {
  const pauses = (terms: Terms) => (terms.policy?.pausesOn ?? []).toSorted().join();
  return (
    targetOf(a, cycle.kind) === targetOf(b, cycle.kind) &&
    a.calendar === b.calendar &&
    (cycle.kind !== "resolution" || pauses(a) === pauses(b))
  );
}
