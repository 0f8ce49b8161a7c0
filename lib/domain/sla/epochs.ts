import type { Cycle } from "./cycles.ts";
import { type Terms, type Timeline, targetOf, termsAt } from "./timeline.ts";

/** A stretch in which one cycle was measured by the same terms. */
export interface Epoch {
  from: Date;
  terms: Terms;
  target: number | null;
}

/** The terms that held for a cycle up to `end`, in order; changes that mean nothing to it are left out. */
export function epochsOf(cycle: Cycle, timeline: Timeline, end: Date): Epoch[] {
  const epochs: Epoch[] = [];
  const first = termsAt(timeline, cycle.startedAt)!;
  for (const terms of [first, ...timeline.terms]) {
    const from = terms === first ? cycle.startedAt : terms.at;
    if (from < cycle.startedAt || from > end || (terms === first && epochs.length > 0)) continue;
    const last = epochs.at(-1);
    const target = targetOf(terms, cycle.kind);
    if (last && sameTerms(cycle, last.terms, terms)) continue;
    if (last && last.from.getTime() === from.getTime()) epochs.pop();
    epochs.push({ from, terms, target });
  }
  return epochs;
}

function sameTerms(cycle: Cycle, a: Terms, b: Terms): boolean {
  const pauses = (terms: Terms) => (terms.policy?.pausesOn ?? []).toSorted().join();
  return (
    a.policy?.id === b.policy?.id &&
    a.priority === b.priority &&
    a.calendar === b.calendar &&
    targetOf(a, cycle.kind) === targetOf(b, cycle.kind) &&
    (cycle.kind !== "resolution" || pauses(a) === pauses(b))
  );
}
