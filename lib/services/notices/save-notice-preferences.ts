import { and, eq, isNotNull, isNull } from "drizzle-orm";
import { z } from "zod";
import { agents, noticePreferences, notices } from "#db/schema/index.ts";
import { mailedNotices } from "#lib/domain/notices/notice.ts";
import { localTime } from "#lib/domain/notices/quiet-hours.ts";
import type { Context } from "../context.ts";
import { forbidden, invalid } from "../errors.ts";
import { parseInput } from "../input.ts";
import { timeZone } from "../people/agent-input.ts";
import { transact } from "../transact.ts";

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Input = z.strictObject({
  mail: z.array(z.enum(mailedNotices)).max(mailedNotices.length),
  digestAt: time.nullable(),
  quietFrom: time.nullable(),
  quietUntil: time.nullable(),
  timeZone,
});

/** What a person wants to hear by mail and when. The first digest is the next one, not that of a time gone by. */
export async function saveNoticePreferences(ctx: Context, input: z.input<typeof Input>): Promise<void> {
  const { timeZone: zone, ...values } = parseInput(Input, input);
  if (ctx.actor.kind !== "agent") throw forbidden();
  const agentId = ctx.actor.id;
  if ((values.quietFrom === null) !== (values.quietUntil === null)) {
    const field = values.quietFrom === null ? "quietFrom" : "quietUntil";
    throw invalid("Quiet hours have a beginning and an end.", { [field]: "one_end" });
  }
  await transact(ctx, async ({ tx }) => {
    await tx.update(agents).set({ timeZone: zone }).where(eq(agents.id, agentId));
    const [before] = await tx.select().from(noticePreferences).where(eq(noticePreferences.agentId, agentId));
    const { day, minute } = localTime(zone, ctx.now);
    const [hours, minutes] = (values.digestAt ?? "00:00").split(":").map(Number);
    const isGone = values.digestAt !== null && minute >= hours! * 60 + minutes!;
    const digestDoneOn =
      values.digestAt !== before?.digestAt && isGone ? day : (before?.digestDoneOn ?? null);
    await tx
      .insert(noticePreferences)
      .values({ agentId, ...values, digestDoneOn })
      .onConflictDoUpdate({ target: noticePreferences.agentId, set: { ...values, digestDoneOn } });
    // What was going to be mailed and is not wanted any more.
    if (values.mail.length === 0) {
      await tx
        .update(notices)
        .set({ mailAt: null })
        .where(and(eq(notices.agentId, agentId), isNotNull(notices.mailAt), isNull(notices.mailedAt)));
    }
  });
}
