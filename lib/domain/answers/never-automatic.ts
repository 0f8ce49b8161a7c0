import type { NeverAutomaticTopic } from "../triage/evidence.ts";

/**
 * What the assistant never settles by itself, however sure it is, and why. A desk cannot switch one off.
 * A question about the rules ("how long does a refund take?") is not the topic; a wish, a claim or a dispute is.
 */
export const neverAutomaticTopics: Readonly<Record<NeverAutomaticTopic, string>> = {
  money: "A refund, a disputed charge or a compensation binds the company and is somebody's money.",
  legal: "A claim, a lawyer, a regulator or a liability: every word of the answer may be evidence.",
  account_security: "A taken-over account: the writer may be the attacker, and minutes count.",
  safety: "Injury, fire, poisoning, self-harm: a person must see it now.",
  minors: "A child's account, data or purchase: a guardian's rights need a person.",
  data_protection: "A request under GDPR or the Korean PIPA has legal deadlines and an identity check.",
  contract_cancellation: "Ending a contract is a declaration of will; a wrong answer costs rights or money.",
};

export function isNeverAutomatic(topic: string): topic is NeverAutomaticTopic {
  return Object.hasOwn(neverAutomaticTopics, topic);
}
