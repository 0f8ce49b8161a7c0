import { eq } from "drizzle-orm";
import { z } from "zod";
import { agents } from "#db/schema/index.ts";
import { hashPassword, verifyPassword } from "#lib/crypto/passwords.ts";
import { type PasswordProblem, passwordProblem } from "#lib/domain/people/password-rules.ts";
import { type Context, within } from "../context.ts";
import { forbidden, invalid, notFound } from "../errors.ts";
import { emailAddress, parseInput, text } from "../input.ts";
import { transact } from "../transact.ts";
import { forgetLinks, readLink, useLink } from "./one-time-link.ts";
import { endSessions } from "./revoke-sessions.ts";

const password = z.string().min(1).max(1000);

/** Throws `invalid` naming the problem in `fields.password`, as a key of the screen texts. */
export function mustBeGoodPassword(candidate: string, about: { email: string; name: string }): void {
  const problem: PasswordProblem | null = passwordProblem(candidate, about);
  if (problem) throw invalid("Please choose another password.", { password: problem });
}

const ByLink = z.strictObject({
  token: z.string().max(200),
  password,
  /** The first administrator says who they are; on other links both are ignored. */
  name: text(200).optional(),
  email: emailAddress().optional(),
});

/** Sets the password behind a set-up, invitation or reset link, and uses the link up. */
export async function setPasswordByLink(
  ctx: Context,
  input: z.input<typeof ByLink>,
): Promise<{ agentId: string; email: string }> {
  const given = parseInput(ByLink, input);
  const link = await readLink(ctx, { token: given.token, purposes: ["set_up", "invite", "reset"] });
  if (!link) throw notFound("link");
  const isSetUp = link.purpose === "set_up";
  const name = (isSetUp && given.name) || link.agent.name;
  const email = (isSetUp && given.email) || link.agent.email;
  mustBeGoodPassword(given.password, { email, name });
  const passwordHash = await hashPassword(given.password);

  const actor = { kind: "agent", id: link.agent.id, name, role: link.agent.role } as const;
  return transact(within(ctx, { actor }), async (transaction) => {
    if (!(await useLink(transaction, link.id))) throw notFound("link");
    await transaction.tx
      .update(agents)
      .set({ passwordHash, name, email })
      .where(eq(agents.id, link.agent.id));
    await endSessions(transaction, { agentId: link.agent.id });
    await transaction.audit("password.set", `agent:${link.agent.id}`, { by: link.purpose });
    return { agentId: link.agent.id, email };
  });
}

const Change = z.strictObject({ current: password, next: password, sessionId: z.uuid().optional() });

/** A person changes their own password; every other browser is signed out. */
export async function changePassword(ctx: Context, input: z.input<typeof Change>): Promise<void> {
  const { current, next, sessionId } = parseInput(Change, input);
  if (ctx.actor.kind !== "agent") throw forbidden();
  const agentId = ctx.actor.id;
  const [agent] = await ctx.db.select().from(agents).where(eq(agents.id, agentId));
  if (!agent || !(await verifyPassword(current, agent.passwordHash))) {
    throw invalid("The current password is not right.", { current: "wrong" });
  }
  mustBeGoodPassword(next, agent);
  const passwordHash = await hashPassword(next);
  await transact(ctx, async (transaction) => {
    await transaction.tx.update(agents).set({ passwordHash }).where(eq(agents.id, agentId));
    await forgetLinks(transaction.tx, agentId);
    await endSessions(transaction, { agentId, except: sessionId });
    await transaction.audit("password.changed", `agent:${agentId}`);
  });
}
