import { and, eq, or } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { calendarVersions, slaPolicyVersions } from "#db/schema/index.ts";
import type { Calendar } from "#lib/domain/calendars/calendar.ts";
import type { SlaPolicy } from "#lib/domain/sla/policy.ts";

/** One version of a policy or calendar. */
export type VersionRef = { id: string; version: number };

/** Policies and calendars as they once were, by `keyOf`. */
export type SlaVersions = {
  policies: ReadonlyMap<string, SlaPolicy>;
  calendars: ReadonlyMap<string, Calendar>;
};

export const keyOf = ({ id, version }: VersionRef): string => `${id} ${version}`;

/** A version never changes, so this process asks once; the same object lets arithmetic remember its work. */
const known = { policies: new Map<string, SlaPolicy>(), calendars: new Map<string, Calendar>() };
const MOST_KEPT = 5_000;

/** The versions asked for, as far as they exist. */
export async function readSlaVersions(
  db: Db,
  wanted: { policies: readonly VersionRef[]; calendars: readonly VersionRef[] },
): Promise<SlaVersions> {
  const policies = missing(known.policies, wanted.policies);
  if (policies.length > 0) {
    const { policyId, version } = slaPolicyVersions;
    const rows = await db
      .select()
      .from(slaPolicyVersions)
      .where(or(...policies.map((ref) => and(eq(policyId, ref.id), eq(version, ref.version)))));
    for (const row of rows) known.policies.set(keyOf({ id: row.policyId, version: row.version }), row.value);
  }
  const calendars = missing(known.calendars, wanted.calendars);
  if (calendars.length > 0) {
    const { calendarId, version } = calendarVersions;
    const rows = await db
      .select()
      .from(calendarVersions)
      .where(or(...calendars.map((ref) => and(eq(calendarId, ref.id), eq(version, ref.version)))));
    for (const row of rows)
      known.calendars.set(keyOf({ id: row.calendarId, version: row.version }), row.value);
  }
  return known;
}

function missing(kept: Map<string, unknown>, refs: readonly VersionRef[]): VersionRef[] {
  if (kept.size > MOST_KEPT) kept.clear();
  const byKey = new Map(refs.map((ref) => [keyOf(ref), ref]));
  return [...byKey].filter(([key]) => !kept.has(key)).map(([, ref]) => ref);
}
