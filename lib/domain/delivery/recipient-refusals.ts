import type { RecipientReport } from "./states.ts";

/** What a relay said to one recipient while it took the mail for others. */
export type Refusal = { address: string; code: number | null; response: string };

/** A 4xx asks for another try; anything else is final. */
export const isTemporary = ({ code }: Refusal): boolean => code !== null && code >= 400 && code < 500;

/** The reports of a mail after a try in which these were refused and all others taken. */
export function reportsAfter(
  reports: readonly RecipientReport[],
  refusals: readonly Refusal[],
  now: Date,
): RecipientReport[] {
  const kept = reports.filter(
    ({ address, outcome }) => outcome !== "deferred" && !refusals.some((one) => one.address === address),
  );
  const told = refusals.map((refusal) => ({
    address: refusal.address,
    outcome: isTemporary(refusal) ? ("deferred" as const) : ("refused" as const),
    status: /\b[245]\.\d{1,3}\.\d{1,3}\b/.exec(refusal.response)?.[0] ?? null,
    diagnostic: refusal.response,
    at: now.toISOString(),
  }));
  return [...kept, ...told];
}

/** Who is still to have the mail: everybody, or those whom the relay asked to wait. */
export function recipientsLeft(recipients: readonly string[], reports: readonly RecipientReport[]): string[] {
  const waiting = reports.filter(({ outcome }) => outcome === "deferred").map(({ address }) => address);
  return waiting.length > 0 ? recipients.filter((one) => waiting.includes(one)) : [...recipients];
}
