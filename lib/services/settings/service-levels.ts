import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { calendars, slaPolicies } from "#db/schema/index.ts";
import { clockKinds } from "#lib/domain/sla/policy.ts";
import { channels, priorities } from "#lib/domain/tickets/status.ts";
import type { Context } from "../context.ts";
import { conflict, notFound } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { transact } from "../transact.ts";
import { ringDesk } from "./desk-input.ts";

const minutes = z.int().min(1).max(525_600);
const targets = z.partialRecord(z.enum(priorities), z.partialRecord(z.enum(clockKinds), minutes));
const someIds = z.array(id()).max(200).optional();
const conditions = z.strictObject({
  mailboxIds: someIds,
  queueIds: someIds,
  categoryIds: someIds,
  companyIds: someIds,
  customerIds: someIds,
  vip: z.boolean().optional(),
  languages: z.array(z.string().max(35)).max(50).optional(),
  channels: z.array(z.enum(channels)).optional(),
  priorities: z.array(z.enum(priorities)).optional(),
  tags: z.array(text(64, 1)).max(100).optional(),
});

const policy = {
  name: text(100, 1),
  conditions,
  targets,
  pausesOn: z.array(z.enum(["pending", "on_hold"])).max(2),
  calendarId: id().nullable(),
  assistantFulfilsNextReply: z.boolean(),
  warnAtPercent: z.int().min(1).max(100).nullable(),
  active: z.boolean(),
};
const SavePolicy = z.strictObject({ policyId: id().optional(), ...policy });
export type SavePolicy = z.input<typeof SavePolicy>;

/** A new policy comes last; a changed one holds for clocks that are set from now on. */
export async function savePolicy(ctx: Context, input: SavePolicy): Promise<{ id: string }> {
  ctx.must("sla.write");
  const { policyId, ...values } = parseInput(SavePolicy, input);
  return transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
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
    await audit(policyId ? "sla_policy.updated" : "sla_policy.created", `sla_policy:${row.id}`, values);
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
const SaveCalendar = z.strictObject({
  calendarId: id().optional(),
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
});
export type SaveCalendar = z.input<typeof SaveCalendar>;

/** Business hours. Deadlines that are already set keep the hours they were set by until their clock changes. */
export async function saveCalendar(ctx: Context, input: SaveCalendar): Promise<{ id: string }> {
  ctx.must("sla.write");
  const { calendarId, ...values } = parseInput(SaveCalendar, input);
  return transact(ctx, async ({ tx, audit }) => {
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
    });
    return row;
  });
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
