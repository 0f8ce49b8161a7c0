import { eq, sql } from "drizzle-orm";
import { agents, queueMembers, queues } from "#db/schema/index.ts";
import { hashPassword } from "#lib/crypto/passwords.ts";
import type { Context } from "../context.ts";
import { type Transaction, transact } from "../transact.ts";
import { adminsWithPassword } from "./create-agent.ts";
import { makeLink, type OneTimeLink } from "./one-time-link.ts";

export type FirstAdmin =
  | { kind: "present" }
  | { kind: "created"; email: string }
  | { kind: "link"; email: string; link: OneTimeLink };

/**
 * Makes sure that somebody can sign in as administrator. With a password from the settings the account is
 * made; without one the answer is a set-up link for the start to print. Once an administrator has a password
 * nothing happens any more, whatever the settings say.
 */
export async function ensureFirstAdmin(
  ctx: Context,
  given: { email?: string | null; password?: string | null },
): Promise<FirstAdmin> {
  ctx.must("agent.write");
  const passwordHash = given.password ? await hashPassword(given.password) : null;
  return transact(ctx, async (transaction) => {
    const { tx, audit } = transaction;
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('people', 0))`);
    if ((await adminsWithPassword(tx)) > 0) return { kind: "present" };
    const email = (given.email ?? `admin@${ctx.config.mailDomain}`).toLowerCase();
    const id = await accountOf(transaction, email);
    if (passwordHash) {
      await tx.update(agents).set({ passwordHash }).where(eq(agents.id, id));
      await audit("agent.created", `agent:${id}`, { email, role: "admin", by: "settings" });
      return { kind: "created", email };
    }
    return { kind: "link", email, link: await makeLink(transaction, { agentId: id, purpose: "set_up" }) };
  });
}

async function accountOf({ tx, ctx }: Transaction, email: string): Promise<string> {
  const [known] = await tx
    .update(agents)
    .set({ role: "admin", active: true })
    .where(eq(sql`lower(${agents.email})`, email))
    .returning({ id: agents.id });
  if (known) return known.id;
  const [made] = await tx
    .insert(agents)
    .values({ email, name: "Administrator", role: "admin", createdAt: ctx.now })
    .returning({ id: agents.id });
  await tx.execute(sql`
    insert into ${queueMembers} (queue_id, agent_id)
    select id, ${made!.id} from ${queues} where is_default on conflict do nothing`);
  return made!.id;
}
