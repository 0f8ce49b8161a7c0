import type { CategoryMode } from "../../../lib/domain/answers/gate.ts";
import type { RelaxationStep } from "../../../lib/domain/routing/types.ts";
import type { BothLanguages } from "../../schema/columns.ts";

export const defaultQueue: { key: string; name: BothLanguages } = {
  key: "general",
  name: { en: "General", ko: "일반 문의" },
};

/** When nobody fits: first a level less, then a manager hears of it, then the language is enough. */
export const standardRelaxations: RelaxationStep[] = [
  { afterMinutes: 30, relax: { kind: "lower_levels", by: 1 } },
  { afterMinutes: 60, relax: { kind: "tell_manager" } },
  { afterMinutes: 120, relax: { kind: "drop_topics" } },
];

/** The shop's queues, with the skill each asks of its members. */
export const shopQueues: { key: string; name: BothLanguages; skill: string }[] = [
  { key: "delivery", name: { en: "Delivery", ko: "배송" }, skill: "topic:delivery" },
  { key: "returns", name: { en: "Returns & refunds", ko: "반품·환불" }, skill: "topic:refund" },
  { key: "payments", name: { en: "Payments & points", ko: "결제·포인트" }, skill: "topic:billing" },
  { key: "gear", name: { en: "Gear & repairs", ko: "장비·수리" }, skill: "topic:gear" },
  { key: "technical", name: { en: "Accounts & app", ko: "계정·앱" }, skill: "topic:technical" },
];

/** How the shop runs each category: its queue and what the assistant may do there. */
export const shopRules: Record<string, { queue: string; mode: CategoryMode; certified: boolean }> = {
  delivery: { queue: "delivery", mode: "auto", certified: true },
  returns: { queue: "returns", mode: "auto", certified: true },
  refunds: { queue: "returns", mode: "hold", certified: false },
  payment: { queue: "payments", mode: "draft", certified: false },
  membership: { queue: "payments", mode: "auto", certified: true },
  account: { queue: "technical", mode: "auto", certified: true },
  app: { queue: "technical", mode: "draft", certified: false },
  privacy: { queue: "technical", mode: "off", certified: false },
  product: { queue: "gear", mode: "auto", certified: true },
  warranty: { queue: "gear", mode: "hold", certified: false },
  stock: { queue: "gear", mode: "auto", certified: false },
  business: { queue: "general", mode: "off", certified: false },
};
