import { and, eq, sql } from "drizzle-orm";
import { connectionTests } from "#db/schema/index.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import type { Context } from "../context.ts";

export async function readConnectionTest(ctx: Context, testId: string) {
  ctx.must("inbound.record");
  const [row] = await ctx.db.select().from(connectionTests).where(eq(connectionTests.id, testId));
  return row?.state === "pending" ? row : null;
}

/** Keeps what the server said and rings the open screens. */
export async function finishConnectionTest(
  ctx: Context,
  input: { testId: string; passed: boolean; result: string },
): Promise<void> {
  ctx.must("inbound.record");
  await ctx.db
    .update(connectionTests)
    .set({
      state: input.passed ? "passed" : "failed",
      result: truncate(clean(input.result), 500),
      finishedAt: ctx.now,
    })
    .where(and(eq(connectionTests.id, input.testId), eq(connectionTests.state, "pending")));
  await ctx.db.execute(sql`select pg_notify('baton_live', ${JSON.stringify({ type: "mailbox.tested" })})`);
}
