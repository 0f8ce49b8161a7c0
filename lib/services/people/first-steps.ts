import { eq, sql } from "drizzle-orm";
import { agents } from "#db/schema/index.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { translator } from "#lib/i18n/translate.ts";
import type { Context } from "../context.ts";
import { forbidden } from "../errors.ts";
import { queueAgentMail } from "../mail/queue-agent-mail.ts";
import { transact } from "../transact.ts";

/** A person has seen the first steps and wants their place back. */
export async function dismissFirstSteps(ctx: Context): Promise<void> {
  if (ctx.actor.kind !== "agent") throw forbidden();
  await ctx.db
    .update(agents)
    .set({ preferences: sql`${agents.preferences} || '{"onboarding": "done"}'::jsonb` })
    .where(eq(agents.id, ctx.actor.id));
}

/** One mail to oneself, so that one sees whether mail leaves the desk. Once: the ledger says what became of it. */
export async function sendTestMail(ctx: Context): Promise<void> {
  ctx.must("mailbox.write");
  if (ctx.actor.kind !== "agent") throw forbidden();
  const { id } = ctx.actor;
  await transact(ctx, async (transaction) => {
    const [me] = await transaction.tx.select().from(agents).where(eq(agents.id, id));
    if (!me) throw forbidden();
    const t = translator(me.locale, messagesFor(me.locale));
    await queueAgentMail(transaction, {
      to: { id, name: me.name, email: me.email },
      causeId: `test_mail:${id}`,
      subject: t("mail.test.subject"),
      body: t("mail.test.body", { link: ctx.config.publicUrl }),
      ticket: null,
    });
  });
}
