import { and, count, eq, gt, inArray, lte, sql } from "drizzle-orm";
import journal from "#db/migrations/meta/_journal.json" with { type: "json" };
import { heartbeats, outboundEmails } from "#db/schema/index.ts";
import { stopsMail } from "#lib/domain/mailboxes/connection.ts";
import type { Env } from "#lib/env.ts";
import type { Context } from "#lib/services/context.ts";
import { readMailboxAlarms } from "./mailbox-connection.ts";
import { readModelTrouble } from "./model-trouble.ts";

export type Part = { ok: boolean; [fact: string]: unknown };
export type Readiness = { ready: boolean; parts: Record<string, Part> };

/** The canary sings every 30 s; silent for this long, the queue does not move. */
const canaryBudgetMs = 90_000;
const doorBudgetMs = 45_000;
const sendingBudgetMs = 10 * 60_000;

/** Every part that a mail passes, and whether it works. Never throws: a dead database is an answer too. */
export async function readReadiness(
  ctx: Context,
  env: Pick<Env, "smtpListen" | "lmtpListen" | "smtpUrl" | "ai">,
): Promise<Readiness> {
  const parts: Record<string, Part> = {};
  try {
    await ctx.db.execute(sql`select 1`);
    parts.database = { ok: true };
    parts.migrations = await migrations(ctx);
    const beats = new Map((await ctx.db.select().from(heartbeats)).map((row) => [row.name, row.at]));
    parts.queue = queueMoves(ctx, beats);
    parts.mailIn =
      env.smtpListen || env.lmtpListen
        ? aged(ctx, beats.get("mail.in"), doorBudgetMs, "ageMs")
        : { ok: true, door: "off" };
    parts.mailboxes = await connectedMailboxes(ctx);
    parts.mailOut = await mailOut(ctx, env);
    parts.assistant = await assistant(ctx, env);
  } catch {
    parts.database ??= { ok: false };
  }
  return { ready: Object.values(parts).every((part) => part.ok), parts };
}

/** A model that does not answer makes no desk unready: the built-in assistant stands in, and this says since when. */
async function assistant(ctx: Context, { ai }: Pick<Env, "ai">): Promise<Part> {
  if (ai.provider === "builtin") return { ok: true, model: "builtin" };
  const trouble = await readModelTrouble(ctx);
  return {
    ok: true,
    model: `${ai.provider}:${ai.model}`,
    ...(trouble && { standsIn: "builtin", ...trouble }),
  };
}

async function migrations(ctx: Context): Promise<Part> {
  const newest = journal.entries.at(-1)?.when ?? 0;
  const {
    rows: [row],
  } = await ctx.db.execute<{ when: string | null }>(
    sql`select max(created_at) as when from drizzle.__drizzle_migrations`,
  );
  return { ok: Number(row?.when ?? 0) >= newest };
}

/** A mailbox whose mail does not come in makes the desk unready; one that soon will not is told beside it. */
async function connectedMailboxes(ctx: Context): Promise<Part> {
  const alarms = [...(await readMailboxAlarms(ctx)).values()].filter((alarm) => alarm !== null);
  return { ok: !alarms.some(stopsMail), ...(alarms.length > 0 && { alarms }) };
}

/** A backlog of mail makes its canary wait in line; the line of the sweeps is never long. */
function queueMoves(ctx: Context, beats: ReadonlyMap<string, Date>): Part {
  const prefix = "queue.canary.";
  const canaries = [...beats].filter(([name]) => name.startsWith(prefix));
  const ages = canaries.map(([name, at]) => [
    name.slice(prefix.length),
    Math.max(0, ctx.now.getTime() - at.getTime()),
  ]);
  return {
    ...aged(ctx, beats.get(`${prefix}sweeps`), canaryBudgetMs, "canaryAgeMs"),
    canaryAgesMs: Object.fromEntries(ages),
  };
}

function aged(ctx: Context, at: Date | undefined, budgetMs: number, fact: string): Part {
  const age = at ? Math.max(0, ctx.now.getTime() - at.getTime()) : null;
  return { ok: age !== null && age <= budgetMs, [fact]: age };
}

/** Failed and unclear mails of the last day are told, but only mail that does not move makes the desk unready. */
async function mailOut(ctx: Context, env: Pick<Env, "smtpUrl">): Promise<Part> {
  const [stuck] = await ctx.db
    .select({ mails: count() })
    .from(outboundEmails)
    .where(
      and(
        inArray(outboundEmails.state, ["queued", "sending"]),
        lte(outboundEmails.checkAt, new Date(ctx.now.getTime() - sendingBudgetMs)),
      ),
    );
  const [failed] = await ctx.db
    .select({ mails: count() })
    .from(outboundEmails)
    .where(
      and(
        inArray(outboundEmails.state, ["failed", "unknown"]),
        gt(outboundEmails.createdAt, new Date(ctx.now.getTime() - 86_400_000)),
      ),
    );
  const kept = env.smtpUrl === null;
  return {
    ok: (stuck?.mails ?? 0) === 0,
    relay: kept ? "kept in files" : "smtp",
    stuck: stuck?.mails,
    failed: failed?.mails,
  };
}

/** What the workers last measured of their queues: per queue waiting, active, failed and the oldest job's age. */
export async function readQueueHealth(ctx: Context) {
  const [row] = await ctx.db.select().from(heartbeats).where(eq(heartbeats.name, "queue.health"));
  const queues = (row?.data ?? {}) as Record<
    string,
    { waiting: number; active: number; failed: number; oldestAgeMs: number }
  >;
  const all = Object.values(queues);
  const sum = (fact: "waiting" | "active" | "failed") =>
    all.reduce((total, queue) => total + (queue[fact] ?? 0), 0);
  return {
    measuredAt: row?.at ?? null,
    waiting: sum("waiting"),
    active: sum("active"),
    failed: sum("failed"),
    oldestAgeMs: Math.max(0, ...all.map((queue) => queue.oldestAgeMs ?? 0)),
    queues,
  };
}
