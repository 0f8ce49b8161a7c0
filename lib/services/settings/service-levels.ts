import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { calendars, slaPolicies } from "#db/schema/index.ts";
import type { Calendar } from "#lib/domain/calendars/calendar.ts";
import { checkCalendar } from "#lib/domain/calendars/check-calendar.ts";
import { clockKinds } from "#lib/domain/sla/policy.ts";
import { priorities } from "#lib/domain/tickets/status.ts";
import type { Context } from "../context.ts";
import { conflict, invalid, notFound } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { transact } from "../transact.ts";
import { ticketConditions } from "./conditions-input.ts";
import { ringDesk } from "./desk-input.ts";

const minutes = z.int().min(1).max(525_600);
const targets = z.partialRecord(z.enum(priorities), z.partialRecord(z.enum(clockKinds), minutes));
const action = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("notify"), who: z.enum(["assignee", "managers"]) }),
  z.strictObject({ kind: z.literal("raise_priority"), to: z.enum(priorities) }),
  z.strictObject({ kind: z.literal("reassign") }),
  z.strictObject({ kind: z.literal("tag"), tag: text(50, 1) }),
  z.strictObject({ kind: z.literal("webhook"), webhookId: id() }),
]);
const rules = z.array(
  z.strictObject({
    when: z.enum(["warning", "breach"]),
    clocks: z.array(z.enum(clockKinds)).max(4),
    act: action,
  }),
);

const policyFields = {
  name: text(100, 1),
  conditions: ticketConditions,
  targets,
  pausesOn: z.array(z.enum(["pending", "on_hold"])).max(2),
  calendarId: id().nullable(),
  assistantFulfilsNextReply: z.boolean(),
  warnAtPercent: z.int().min(1).max(100).nullable(),
  actions: rules.max(50),
  active: z.boolean(),
};
const policy = { ...policyFields, actions: policyFields.actions.default([]) };
/** Whether a change also reaches tickets that are open now; what has happened stays as it was either way. */
const apply = z.enum(["new", "open"]).default("new");
const SavePolicy = z.strictObject({ policyId: id().optional(), ...policy, apply });
/** What the API takes: a whole policy, or what of one changes. */
export const NewPolicy = z.strictObject({ ...policy, apply });
export const PolicyPatch = z.strictObject({ ...z.object(policyFields).partial().shape, apply });
export type SavePolicy = z.input<typeof SavePolicy>;

/** A policy's fields, checked as they are before saving; for trials. Throws `invalid`. */
export function checkedPolicy(input: SavePolicy): z.output<typeof SavePolicy> {
  return parseInput(SavePolicy, input);
}

/** Changes some fields of a policy. */
export async function changePolicy(
  ctx: Context,
  policyId: string,
  changes: z.output<typeof PolicyPatch>,
): Promise<void> {
  ctx.must("sla.write");
  await transact(ctx, async ({ tx, ctx: inner }) => {
    const [row] = await tx.select().from(slaPolicies).where(eq(slaPolicies.id, policyId)).for("update");
    if (!row) throw notFound("policy");
    const { id: _, position: __, version: ___, createdAt: ____, ...before } = row;
    await savePolicy(inner, { policyId, ...before, ...changes } as SavePolicy);
  });
}

/** A new policy comes last. Open tickets keep the terms they were given unless `apply` says "open". */
export async function savePolicy(ctx: Context, input: SavePolicy): Promise<{ id: string }> {
  ctx.must("sla.write");
  const { policyId, apply, ...values } = parseInput(SavePolicy, input);
  return transact(ctx, async (transaction) => {
    const { tx, audit, enqueue } = transaction;
    const [row] = policyId
      ? await tx
          .update(slaPolicies)
          .set(values)
          .where(eq(slaPolicies.id, policyId))
          .returning({ id: slaPolicies.id })
      : await tx
          .insert(slaPolicies)
          .values({ ...values, position: sql`(select coalesce(max(position), 0) + 10 from sla_policies)` })
          .returning({ id: slaPolicies.id });
    if (!row) throw notFound("policy");
    await audit(policyId ? "sla_policy.updated" : "sla_policy.created", `sla_policy:${row.id}`, {
      ...values,
      apply,
    });
    if (apply === "open") await enqueue("clocks.renew_policies", {});
    await ringDesk(transaction);
    return row;
  });
}

/** The order decides: the first policy that matches applies. */
export async function reorderPolicies(ctx: Context, input: { policyIds: string[] }): Promise<void> {
  ctx.must("sla.write");
  const { policyIds } = parseInput(z.strictObject({ policyIds: z.array(id()).max(200) }), input);
  await transact(ctx, async ({ tx, audit }) => {
    for (const [place, policyId] of policyIds.entries()) {
      await tx
        .update(slaPolicies)
        .set({ position: place * 10 })
        .where(eq(slaPolicies.id, policyId));
    }
    await audit("sla_policies.reordered", "sla_policies", { policyIds });
  });
}

export async function deletePolicy(ctx: Context, input: { policyId: string }): Promise<void> {
  ctx.must("sla.write");
  const { policyId } = parseInput(z.strictObject({ policyId: id() }), input);
  await transact(ctx, async ({ tx, audit }) => {
    const [row] = await tx.delete(slaPolicies).where(eq(slaPolicies.id, policyId)).returning();
    if (!row) throw notFound("policy");
    await audit("sla_policy.deleted", `sla_policy:${policyId}`, { name: row.name });
  });
}

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/);
const calendarFields = {
  name: text(100, 1),
  timeZone: z
    .string()
    .max(64)
    .refine((zone) => Intl.supportedValuesOf("timeZone").includes(zone) || zone === "UTC"),
  spans: z.array(z.strictObject({ weekday: z.int().min(0).max(6), start: time, end: time })).max(50),
  holidays: z
    .array(z.strictObject({ date: z.iso.date(), name: text(100, 1), name_ko: text(100).optional() }))
    .max(500),
  always: z.boolean(),
};
const SaveCalendar = z.strictObject({ calendarId: id().optional(), ...calendarFields, apply });
export const NewCalendar = z.strictObject({ ...calendarFields, apply });
export const CalendarPatch = z.strictObject({ ...z.object(calendarFields).partial().shape, apply });
export type SaveCalendar = z.input<typeof SaveCalendar>;

/** Business hours, checked as they are before saving; for trials. Throws `invalid`. */
export function checkedCalendar(input: SaveCalendar): z.output<typeof SaveCalendar> {
  const calendar = parseInput(SaveCalendar, input);
  mustBeRight(calendar);
  return calendar;
}

/** Business hours. Open tickets keep the hours they were counted in unless `apply` says "open". */
export async function saveCalendar(ctx: Context, input: SaveCalendar): Promise<{ id: string }> {
  ctx.must("sla.write");
  const { calendarId, apply, ...values } = parseInput(SaveCalendar, input);
  mustBeRight(values);
  return transact(ctx, async ({ tx, audit, enqueue }) => {
    const [row] = calendarId
      ? await tx
          .update(calendars)
          .set(values)
          .where(eq(calendars.id, calendarId))
          .returning({ id: calendars.id })
      : await tx
          .insert(calendars)
          .values({ ...values, createdAt: ctx.now })
          .returning({ id: calendars.id });
    if (!row) throw notFound("calendar");
    await audit(calendarId ? "calendar.updated" : "calendar.created", `calendar:${row.id}`, {
      name: values.name,
      timeZone: values.timeZone,
      apply,
    });
    if (apply === "open" && calendarId) await enqueue("clocks.renew_policies", {});
    return row;
  });
}

/** Changes some fields of a calendar. */
export async function changeCalendar(
  ctx: Context,
  calendarId: string,
  changes: z.output<typeof CalendarPatch>,
): Promise<void> {
  ctx.must("sla.write");
  await transact(ctx, async ({ tx, ctx: inner }) => {
    const [row] = await tx.select().from(calendars).where(eq(calendars.id, calendarId)).for("update");
    if (!row) throw notFound("calendar");
    const { id: _, version: __, createdAt: ___, ...before } = row;
    await saveCalendar(inner, { calendarId, ...before, ...changes } as SaveCalendar);
  });
}

/** What the arithmetic could not stand on, field by field, in a word that the page turns into a sentence. */
function mustBeRight(calendar: Calendar): void {
  const problems = checkCalendar(calendar);
  if (problems.length === 0) return;
  const fieldOf = {
    unknown_time_zone: "timeZone",
    bad_date: "holidays",
    nameless_holiday: "holidays",
  } as const;
  const fields = problems.map(({ kind }) => [fieldOf[kind as keyof typeof fieldOf] ?? "spans", kind]);
  throw invalid("These business hours cannot be counted with.", Object.fromEntries(fields));
}

/** A calendar that a policy counts with cannot go. */
export async function deleteCalendar(ctx: Context, input: { calendarId: string }): Promise<void> {
  ctx.must("sla.write");
  const { calendarId } = parseInput(z.strictObject({ calendarId: id() }), input);
  await transact(ctx, async ({ tx, audit }) => {
    const [used] = await tx
      .select({ name: slaPolicies.name })
      .from(slaPolicies)
      .where(eq(slaPolicies.calendarId, calendarId))
      .limit(1);
    if (used) throw conflict(`The policy “${used.name}” counts with this calendar.`);
    const [row] = await tx.delete(calendars).where(eq(calendars.id, calendarId)).returning();
    if (!row) throw notFound("calendar");
    await audit("calendar.deleted", `calendar:${calendarId}`, { name: row.name });
  });
}
