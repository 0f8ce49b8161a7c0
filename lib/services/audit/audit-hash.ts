import { createHash } from "node:crypto";

/** What the hash of an audit row is made of, besides the hash before it. */
export type SealedFacts = {
  seq: number;
  at: Date;
  actorKind: string;
  actorId: string | null;
  action: string;
  target: string;
  data: unknown;
};

/** Before the first row. */
export const genesis = "0".repeat(64);

/** SHA-256 over the previous hash and the row as canonical JSON, hex. Any later change breaks every hash after it. */
export function auditHash(previous: string, facts: SealedFacts): string {
  const { seq, at, actorKind, actorId, action, target, data } = facts;
  const row = canonical({ seq, at: at.toISOString(), actorKind, actorId, action, target, data });
  return createHash("sha256").update(previous).update("\n").update(row).digest("hex");
}

/** JSON with sorted keys and no spaces: the same value is the same text, whoever wrote it (RFC 8785 in spirit). */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`);
  return `{${entries.join(",")}}`;
}
