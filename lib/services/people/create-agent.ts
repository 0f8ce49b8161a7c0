import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { agents } from "#db/schema/index.ts";
import { hashPassword } from "#lib/crypto/passwords.ts";
import type { Context } from "../context.ts";
import { invalid } from "../errors.ts";
import { parseInput } from "../input.ts";
import { transact } from "../transact.ts";
import { agentFields } from "./agent-input.ts";
import { makeLink, type OneTimeLink } from "./one-time-link.ts";
import { mustBeGoodPassword } from "./set-password.ts";
import { writeAgentLinks } from "./write-agent-links.ts";

const { email, name, role, locale, timeZone, capacity, skills, queueIds, calendarId } = agentFields;
const CreateAgentInput = z.strictObject({
  email,
  name,
  role: role.default("agent"),
  locale: locale.default("en"),
  timeZone: timeZone.default("Asia/Seoul"),
  capacity: capacity.default(8),
  skills: skills.default([]),
  queueIds: queueIds.default([]),
  calendarId: calendarId.default(null),
  /** Only the command line gives one; on screen the person chooses it behind the invitation. */
  password: z.string().max(1000).optional(),
});
export type CreateAgentInput = z.input<typeof CreateAgentInput>;

/** Adds a person to the desk. Without a password the answer holds an invitation link, shown once. */
export async function createAgent(
  ctx: Context,
  input: CreateAgentInput,
): Promise<{ id: string; invitation: OneTimeLink | null }> {
  ctx.must("agent.write");
  const { password, skills: levels, queueIds: memberOf, ...person } = parseInput(CreateAgentInput, input);
  if (password !== undefined) mustBeGoodPassword(password, person);
  const passwordHash = password === undefined ? null : await hashPassword(password);

  return transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    const [agent] = await tx
      .insert(agents)
      .values({ ...person, passwordHash, createdAt: ctx.now })
      .onConflictDoNothing()
      .returning({ id: agents.id });
    if (!agent) throw invalid("Somebody at the desk has this e-mail address.", { email: "taken" });
    await writeAgentLinks(transaction, agent.id, { skills: levels, queueIds: memberOf });
    await audit("agent.created", `agent:${agent.id}`, { email: person.email, role: person.role });
    const invitation =
      password === undefined ? await makeLink(transaction, { agentId: agent.id, purpose: "invite" }) : null;
    return { id: agent.id, invitation };
  });
}

/** A new invitation, or a reset link for somebody who has a password: shown once to an administrator. */
export async function inviteAgent(ctx: Context, input: { agentId: string }): Promise<OneTimeLink> {
  ctx.must("agent.write");
  const { agentId } = parseInput(z.strictObject({ agentId: z.uuid() }), input);
  return transact(ctx, async (transaction) => {
    const [agent] = await transaction.tx.select().from(agents).where(eq(agents.id, agentId));
    if (!agent?.active) throw invalid("This person is not active.", { agentId: "inactive" });
    return makeLink(transaction, { agentId, purpose: agent.passwordHash ? "reset" : "invite" });
  });
}

/** How many people can sign in as administrators. */
export async function adminsWithPassword(tx: Context["db"]): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)`.mapWith(Number) })
    .from(agents)
    .where(sql`${agents.active} and ${agents.role} = 'admin' and ${agents.passwordHash} is not null`);
  return row?.count ?? 0;
}
