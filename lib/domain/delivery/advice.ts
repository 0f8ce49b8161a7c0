import type { RecipientReport } from "./states.ts";

export const advices = [
  "check_address",
  "mailbox_full",
  "too_large",
  "blocked",
  "wait",
  "ask_admin",
] as const;
export type DeliveryAdvice = (typeof advices)[number];

/** Status classes of RFC 3463 §3, most telling first. */
const byStatus: readonly [RegExp, DeliveryAdvice][] = [
  [/^4\./, "wait"],
  [/^5\.1\./, "check_address"],
  [/^5\.2\.1$/, "check_address"],
  [/^5\.2\.2$/, "mailbox_full"],
  [/^5\.(?:2\.3|3\.4)$/, "too_large"],
  [/^5\.7\./, "blocked"],
];

/** What a person can do about a mail that did not arrive. */
export function adviceFor({ outcome, status, diagnostic }: RecipientReport): DeliveryAdvice {
  if (outcome === "deferred" || outcome === "delayed") return "wait";
  const code = status ?? /\b([45]\.\d{1,3}\.\d{1,3})\b/.exec(diagnostic)?.[1] ?? "";
  return byStatus.find(([pattern]) => pattern.test(code))?.[1] ?? "ask_admin";
}
