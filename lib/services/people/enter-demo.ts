import { and, asc, desc, eq, isNull } from "drizzle-orm";
import { z } from "zod";
import { agents, settings, tickets } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { notFound } from "../errors.ts";
import { parseInput } from "../input.ts";
import { openSession, type SignedIn } from "./sign-in.ts";

const Input = z.strictObject({
  role: z.enum(["agent", "manager"]),
  /** Said by the edge: the browser runs on this machine, with nobody between. */
  sameMachine: z.boolean(),
  userAgent: z.string(),
});

/** Whether this desk is the demonstration. */
export async function isDemo(ctx: Context): Promise<boolean> {
  const [row] = await ctx.db.select({ value: settings.value }).from(settings).where(eq(settings.key, "demo"));
  return row?.value === true;
}

/**
 * Enters the demonstration as one of its made-up people, without a password. Only in a demo desk, only from
 * the same machine, and only as somebody who has no password: a real person's account never opens this way.
 */
export async function enterDemo(ctx: Context, input: z.input<typeof Input>): Promise<SignedIn> {
  const { role, sameMachine, userAgent } = parseInput(Input, input);
  if (!sameMachine || !(await isDemo(ctx))) throw notFound("page");
  const [agent] = await ctx.db
    .select()
    .from(agents)
    .where(and(eq(agents.role, role), eq(agents.active, true), isNull(agents.passwordHash)))
    // The best known face first: whoever is online, oldest first.
    .orderBy(desc(eq(agents.availability, "online")), asc(agents.createdAt), asc(agents.id))
    .limit(1);
  if (!agent) throw notFound("page");
  const sessionId = await openSession(ctx, { agent, userAgent, how: "demo" });
  return { sessionId, agentId: agent.id, name: agent.name, email: agent.email };
}

/** A ticket for the visitor who enters as customer: the newest that somebody or the assistant answered. */
export async function demoTicket(
  ctx: Context,
  input: { sameMachine: boolean; language: string },
): Promise<{ ticketId: string; linkVersion: number }> {
  if (!input.sameMachine || !(await isDemo(ctx))) throw notFound("page");
  const columns = { ticketId: tickets.id, linkVersion: tickets.linkVersion };
  const [answered] = await ctx.db
    .select(columns)
    .from(tickets)
    .where(eq(tickets.assistantState, "answered"))
    .orderBy(desc(eq(tickets.language, input.language)), desc(tickets.createdAt))
    .limit(1);
  if (answered) return answered;
  const [any] = await ctx.db.select(columns).from(tickets).orderBy(desc(tickets.createdAt)).limit(1);
  if (!any) throw notFound("page");
  return any;
}
