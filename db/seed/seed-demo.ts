import { eq, like, lt } from "drizzle-orm";
import { agents, auditEntries, notices, settings } from "#db/schema/index.ts";
import { createAssistant } from "#lib/ai/assistant.ts";
import type { Actor } from "#lib/domain/people/actor.ts";
import { readKnowledge } from "#lib/reads/knowledge.ts";
import { type Context, within } from "#lib/services/context.ts";
import { putCustomer } from "#lib/services/customers/put-customer.ts";
import { transact } from "#lib/services/transact.ts";
import { customerFileOf, customerFiles } from "./demo/customer-files.ts";
import { demoStories } from "./demo/index.ts";
import { playStory, type Stage } from "./demo/play-story.ts";
import { seedShop } from "./seed-shop.ts";

/**
 * Fills the demonstration: a shop, its people and articles, and a week of requests played through the real
 * intake. Needs the base. Killed half-way and started again, it adds what is missing. Returns what it added.
 */
export async function seedDemo(ctx: Context): Promise<{ tickets: number }> {
  ctx.must("inbound.record");
  const [demo] = await ctx.db.select().from(settings).where(eq(settings.key, "demo"));
  if (!demo) await transact(ctx, seedShop);

  const told = new Set(
    (
      await ctx.db
        .select({ target: auditEntries.target })
        .from(auditEntries)
        .where(like(auditEntries.target, "story:%"))
    ).map(({ target }) => target),
  );
  const untold = demoStories.filter(({ key }) => !told.has(`story:${key}`));
  if (untold.length === 0) return { tickets: 0 };
  for (const file of customerFiles) {
    const now = new Date(ctx.now.getTime() - file.since * 86_400_000);
    await putCustomer(within(ctx, { now }), `shop-${file.who}`, customerFileOf(file, ctx.now));
  }
  const stage = await prepareStage(ctx);
  for (const story of untold) await playStory(ctx, story, stage);
  // A week ago is no news: only what was told today is still unread.
  await ctx.db
    .update(notices)
    .set({ readAt: ctx.now })
    .where(lt(notices.createdAt, new Date(ctx.now.getTime() - 86_400_000)));
  return { tickets: untold.length };
}

/** The built-in assistant, whatever model the desk uses: filling a demonstration costs nothing. */
async function prepareStage(ctx: Context): Promise<Stage> {
  const assistant = createAssistant({ knowledge: await readKnowledge(ctx.db, ctx.config.publicUrl) });
  const people = await ctx.db.select().from(agents);
  const actors = people.map(({ id, email, name, role }): [string, Actor] => [
    email.split(/[.@]/)[0]!,
    { kind: "agent", id, name, role },
  ]);
  return { assistant, agents: Object.fromEntries(actors) };
}
