import { eq, sql } from "drizzle-orm";
import { agents, noticePreferences } from "#db/schema/index.ts";
import { may } from "#lib/domain/people/permissions.ts";
import type { Context } from "#lib/services/context.ts";

export type OnboardingStep =
  | "test_mail"
  | "mailbox"
  | "knowledge"
  | "online"
  | "notifications"
  | "first_reply";

/** The three first things of a person, and which are done: by what the desk holds, not by what was clicked. */
export interface Onboarding {
  steps: { step: OnboardingStep; done: boolean }[];
}

/** Null when all are done, or the person has put it away. */
export async function readOnboarding(ctx: Context): Promise<Onboarding | null> {
  if (ctx.actor.kind !== "agent") return null;
  const { id } = ctx.actor;
  const [me] = await ctx.db.select({ preferences: agents.preferences }).from(agents).where(eq(agents.id, id));
  if (!me || me.preferences.onboarding === "done") return null;
  const steps = may(ctx.actor, "mailbox.write") ? await ofTheDesk(ctx, id) : await ofThePerson(ctx, id);
  return steps.every(({ done }) => done) ? null : { steps };
}

async function ofTheDesk(ctx: Context, agentId: string): Promise<Onboarding["steps"]> {
  const [row] = await ctx.db
    .select({
      sent: sql<boolean>`exists (
        select from outbound_emails where cause_id = ${`test_mail:${agentId}`} and state = 'sent')`,
      connected: sql<boolean>`exists (select from mailbox_connections)
        or exists (select from inbound_emails where door in ('smtp', 'imap') and state = 'delivered')`,
      knows: sql<boolean>`exists (select from articles where published_at is not null)
        or (select count(*) from agents where active) > 1`,
    })
    .from(agents)
    .where(eq(agents.id, agentId));
  return [
    { step: "test_mail", done: row!.sent },
    { step: "mailbox", done: row!.connected },
    { step: "knowledge", done: row!.knows },
  ];
}

async function ofThePerson(ctx: Context, agentId: string): Promise<Onboarding["steps"]> {
  const [row] = await ctx.db
    .select({
      online: sql<boolean>`${agents.availabilityChangedAt} is not null`,
      chosen: sql<boolean>`${noticePreferences.agentId} is not null`,
      replied: sql<boolean>`exists (
        select from ticket_events where type = 'message.replied' and actor_id = ${agentId})`,
    })
    .from(agents)
    .leftJoin(noticePreferences, eq(noticePreferences.agentId, agents.id))
    .where(eq(agents.id, agentId));
  return [
    { step: "online", done: row!.online },
    { step: "notifications", done: row!.chosen },
    { step: "first_reply", done: row!.replied },
  ];
}
