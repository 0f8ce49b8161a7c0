import { sql } from "drizzle-orm";
import {
  agents,
  calendars,
  categories,
  mailboxes,
  priorityRules,
  queueMembers,
  queues,
  settings,
  skillRules,
  skills,
  slaPolicies,
} from "#db/schema/index.ts";
import { standardPriorityRules, standardSkillRules } from "#lib/domain/routing/needs.ts";
import type { Context } from "#lib/services/context.ts";
import { type Transaction, transact } from "#lib/services/transact.ts";
import { baseCategories } from "./desk/categories.ts";
import { defaultQueue, standardRelaxations } from "./desk/queues.ts";
import { seoulCalendar, standardActions, standardTargets } from "./desk/service-levels.ts";
import { languageSkills } from "./desk/skills.ts";

export type SeedBaseOptions = {
  /** Address of the first mailbox (MAIL_FROM). */
  mailFrom: string;
  /** Shown as the sender of replies. */
  deskName?: string;
};

/**
 * What a desk needs before the first message comes: a mailbox, a default queue, categories, a calendar and a
 * policy. A second call, or another process at the same time, adds nothing: what people removed stays removed.
 */
export async function seedBase(ctx: Context, options: SeedBaseOptions): Promise<{ seeded: boolean }> {
  return transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('seed base', 0))`);
    await ensureMailbox(transaction, options);
    const marked = await tx
      .insert(settings)
      .values({ key: "base_seeded", value: true, updatedAt: ctx.now })
      .onConflictDoNothing()
      .returning();
    if (marked.length === 0) return { seeded: false };

    await tx
      .insert(queues)
      .values({ ...defaultQueue, isDefault: true, relaxations: standardRelaxations })
      .onConflictDoNothing();
    await tx.insert(skills).values(languageSkills).onConflictDoNothing();
    await tx
      .insert(categories)
      .values(baseCategories.map((category, position) => ({ ...category, position })))
      .onConflictDoNothing();
    await insertRoutingRules(transaction);
    const [calendar] = await tx
      .insert(calendars)
      .values(seoulCalendar(ctx.now.getUTCFullYear()))
      .returning({ id: calendars.id });
    await tx.insert(slaPolicies).values({
      name: "Standard",
      position: 100,
      targets: standardTargets,
      pausesOn: ["pending", "on_hold"],
      actions: standardActions,
      calendarId: calendar!.id,
    });
    await joinDefaultQueue(transaction);
    await audit("desk.seeded", "desk", { kind: "base" });
    return { seeded: true };
  });
}

async function ensureMailbox({ tx }: Transaction, { mailFrom, deskName }: SeedBaseOptions): Promise<void> {
  const address = mailFrom.toLowerCase();
  await tx
    .insert(mailboxes)
    .values({ address, name: "Support", senderName: deskName ?? "Support" })
    .onConflictDoNothing();
}

/** An administrator made before the queue was. */
async function joinDefaultQueue({ tx }: Transaction): Promise<void> {
  await tx.execute(sql`
    insert into ${queueMembers} (queue_id, agent_id)
    select q.id, a.id from ${queues} q, ${agents} a where q.is_default and a.active
    on conflict do nothing`);
}

/** Hard tickets go first, and to people with the level for them. */
async function insertRoutingRules({ tx }: Transaction): Promise<void> {
  await tx.insert(skillRules).values(
    standardSkillRules.map(({ when, skill, minLevel }, position) => ({
      position,
      conditions: when,
      skill,
      minLevel,
    })),
  );
  await tx
    .insert(priorityRules)
    .values(
      standardPriorityRules.map(({ when, priority }, position) => ({ position, conditions: when, priority })),
    );
}
