import type { GateDecision, GateInput } from "./gate-input.ts";
import { gates } from "./gates.ts";

export type * from "./gate-input.ts";

/**
 * Decides what happens to a draft. Every gate is looked at even after one failed, because the why-panel
 * shows them all. The first failed gate, in the order of `gates`, names the reason.
 */
export function decideAnswer(input: GateInput): GateDecision {
  const results = gates.map((gate) => ({ gate, ...gate.look(input) }));
  const list = results.map(({ gate, passed, detail, saw }) => ({ key: gate.key, passed, detail, saw }));
  const failed = results.find((result) => !result.passed);

  if (failed) return { kind: failed.gate.kind, close: false, reason: failed.gate.reason, gates: list };
  if (input.category.mode === "hold")
    return { kind: "hold", close: false, reason: "awaiting_release", gates: list };
  return { kind: "send", close: input.policy.closeAfterAnswer, reason: "answered", gates: list };
}
