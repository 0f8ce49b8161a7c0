import { and, eq, ne, or, sql } from "drizzle-orm";
import { z } from "zod";
import { agents } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { forbidden } from "../errors.ts";
import { parseInput } from "../input.ts";
import { transact } from "../transact.ts";

const Input = z.strictObject({
  availability: z.enum(["online", "away", "offline"]),
  /** Only with away: what colleagues are told, and what routing counts on. */
  backAt: z.coerce.date().nullable().optional(),
});

/** A person says whether they take tickets now. One state over all channels. */
export async function setAvailability(ctx: Context, input: z.input<typeof Input>): Promise<void> {
  const { availability, backAt = null } = parseInput(Input, input);
  if (ctx.actor.kind !== "agent") throw forbidden();
  const agentId = ctx.actor.id;
  const back = availability === "away" ? backAt : null;
  await transact(ctx, async ({ tx, audit, enqueue }) => {
    const changed = await tx
      .update(agents)
      .set({
        availability,
        availabilityChangedAt: ctx.now,
        backAt: back,
      })
      .where(
        and(
          eq(agents.id, agentId),
          or(
            ne(agents.availability, availability),
            sql`${agents.backAt} is distinct from ${back?.toISOString() ?? null}::timestamptz`,
          ),
        ),
      )
      .returning({ id: agents.id });
    if (changed.length === 0) return;
    await audit("agent.availability_changed", `agent:${agentId}`, {
      availability,
      ...(back && { backAt: back.toISOString() }),
    });
    if (availability === "online") await enqueue("tickets.route_waiting", {});
  });
}

const Profile = z.strictObject({ locale: z.enum(["en", "ko"]) });

/** The language of a person's screens, kept with their account. */
export async function setOwnLocale(ctx: Context, input: z.input<typeof Profile>): Promise<void> {
  const { locale } = parseInput(Profile, input);
  if (ctx.actor.kind !== "agent") throw forbidden();
  await ctx.db.update(agents).set({ locale }).where(eq(agents.id, ctx.actor.id));
}
