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
  const first = termsAt(timeline, cycle.startedAt)!;
  const epochs: Epoch[] = [{ from: cycle.startedAt, terms: first, target: targetOf(first, cycle.kind) }];
  for (const terms of timeline.terms.slice(timeline.terms.indexOf(first) + 1)) {
    if (terms.at > end) break;
    if (sameTerms(cycle, epochs.at(-1)!.terms, terms)) continue;
    if (epochs.at(-1)!.from >= terms.at) epochs.pop();
    epochs.push({ from: terms.at, terms, target: targetOf(terms, cycle.kind) });
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
