import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { queueMembers, queueSkills, queues, tickets } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { conflict, invalid, notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { type Transaction, transact } from "../transact.ts";
import { routeConditions } from "./conditions-input.ts";
import { bothLanguages, key, neededSkills, ringDesk } from "./desk-input.ts";

const links = { skills: neededSkills().optional(), memberIds: z.array(id()).max(500).optional() };
const CreateQueue = z.strictObject({ key: key(), name: bothLanguages(100), ...links });

export async function createQueue(ctx: Context, input: z.input<typeof CreateQueue>): Promise<{ id: string }> {
  ctx.must("queue.write");
  const { skills, memberIds, ...queue } = parseInput(CreateQueue, input);
  return transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    const [row] = await tx
      .insert(queues)
      .values({ ...queue, position: sql`(select coalesce(max(position), -1) + 1 from queues)` })
      .onConflictDoNothing()
      .returning({ id: queues.id });
    if (!row) throw invalid("There is a queue with this key.", { key: "taken" });
    await writeLinks(transaction, row.id, { skills, memberIds });
    await audit("queue.created", `queue:${row.id}`, queue);
    await ringDesk(transaction);
    return row;
  });
}

const relaxation = z.strictObject({
  afterMinutes: z.int().min(0).max(100_000),
  relax: z.discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("lower_levels"), by: z.int().min(1).max(2) }),
    z.strictObject({ kind: z.literal("drop_skill"), key: z.string().min(1).max(64) }),
    z.strictObject({ kind: z.literal("drop_topics") }),
    z.strictObject({ kind: z.literal("any_agent") }),
    z.strictObject({ kind: z.literal("tell_manager") }),
  ]),
});

const UpdateQueue = z.strictObject({
  queueId: id(),
  name: bothLanguages(100).optional(),
  calendarId: id().nullable().optional(),
  order: z.enum(["priority", "oldest", "deadline"]).optional(),
  /** Null: it takes the tickets of its categories. */
  conditions: routeConditions.nullable().optional(),
  relaxations: z.array(relaxation).max(10).optional(),
  /** Only true: the queue that was the default stops being it. There is always exactly one. */
  isDefault: z.literal(true).optional(),
  ...links,
});

export async function updateQueue(ctx: Context, input: z.input<typeof UpdateQueue>): Promise<void> {
  ctx.must("queue.write");
  const { queueId, skills, memberIds, ...changes } = parseInput(UpdateQueue, input);
  await transact(ctx, async (transaction) => {
    const { tx, audit, enqueue } = transaction;
    await queueForUpdate(transaction, queueId);
    if (changes.isDefault)
      await tx.update(queues).set({ isDefault: false }).where(eq(queues.isDefault, true));
    if (Object.keys(changes).length > 0) {
      await tx.update(queues).set(changes).where(eq(queues.id, queueId));
    }
    await writeLinks(transaction, queueId, { skills, memberIds });
    await audit("queue.updated", `queue:${queueId}`, { ...changes, skills, members: memberIds?.length });
    await enqueue("tickets.route_waiting", {});
    await ringDesk(transaction);
  });
}

/** Its tickets go to the default queue, which itself cannot be deleted. */
export async function deleteQueue(ctx: Context, input: { queueId: string }): Promise<void> {
  ctx.must("queue.write");
  const { queueId } = parseInput(z.strictObject({ queueId: id() }), input);
  await transact(ctx, async (transaction) => {
    const { tx, emit, audit } = transaction;
    const queue = await queueForUpdate(transaction, queueId);
    if (queue.isDefault)
      throw conflict("The default queue takes what nothing else takes. Make another one it first.");
    const [fallback] = await tx.select({ id: queues.id }).from(queues).where(eq(queues.isDefault, true));
    const moved = await tx
      .update(tickets)
      .set({ queueId: fallback?.id ?? null, version: sql`${tickets.version} + 1`, updatedAt: ctx.now })
      .where(eq(tickets.queueId, queueId))
      .returning({ id: tickets.id });
    for (const { id: ticketId } of moved) {
      const to = fallback?.id ?? null;
      await emit({ type: "ticket.queue_changed", ticketId, from: queueId, to, why: "queue_deleted" });
    }
    await tx.delete(queues).where(eq(queues.id, queueId));
    await audit("queue.deleted", `queue:${queueId}`, { key: queue.key, tickets: moved.length });
    await ringDesk(transaction);
  });
}

/** The order on screen. Queues that are left out keep their place behind. */
export async function reorderQueues(ctx: Context, input: { queueIds: string[] }): Promise<void> {
  ctx.must("queue.write");
  const { queueIds } = parseInput(z.strictObject({ queueIds: z.array(id()).max(500) }), input);
  await transact(ctx, async (transaction) => {
    for (const [position, queueId] of queueIds.entries()) {
      await transaction.tx.update(queues).set({ position }).where(eq(queues.id, queueId));
    }
    await transaction.audit("queues.reordered", "queues", { queueIds });
    await ringDesk(transaction);
  });
}

async function queueForUpdate({ tx }: Transaction, queueId: string) {
  // One at a time, so that there is exactly one default.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('queues', 0))`);
  const [queue] = await tx.select().from(queues).where(eq(queues.id, queueId)).for("update");
  if (!queue) throw notFound("queue");
  return queue;
}

async function writeLinks(
  { tx }: Transaction,
  queueId: string,
  { skills, memberIds }: { skills?: { skillId: string; minLevel: number }[]; memberIds?: string[] },
): Promise<void> {
  if (skills) {
    await tx.delete(queueSkills).where(eq(queueSkills.queueId, queueId));
    const rows = skills.map((skill) => ({ queueId, ...skill }));
    if (rows.length > 0) await tx.insert(queueSkills).values(rows).onConflictDoNothing();
  }
  if (memberIds) {
    await tx.delete(queueMembers).where(eq(queueMembers.queueId, queueId));
    const rows = memberIds.map((agentId) => ({ queueId, agentId }));
    if (rows.length > 0) await tx.insert(queueMembers).values(rows).onConflictDoNothing();
  }
}
