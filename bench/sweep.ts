import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { eq } from "drizzle-orm";
import { startEmbeddedPostgres } from "#bin/embedded-postgres.ts";
import { migrateDatabase } from "#bin/migrate.ts";
import { connect } from "#db/client.ts";
import { slaPolicies } from "#db/schema/index.ts";
import { tryServiceLevels } from "#lib/services/clocks/try-service-levels.ts";
import { type Context, createContext } from "#lib/services/context.ts";
import { sweepClocks } from "#lib/services/sweeps/sweep-clocks.ts";

export type SweepFigures = {
  tickets: number;
  runningClocks: number;
  /** Of those, what had come due and was to be told. */
  due: { warnings: number; breaches: number };
  /** A sweep that finds nothing due. */
  idleMs: number;
  /** All sweeps until nothing was due any more. */
  sweeps: number;
  totalMs: number;
  perTicketMs: number;
  /** The smallest written transaction of the same database: two rows and a commit. */
  floorMs: number;
  perTicketToFloor: number;
  /** A changed policy tried on 20,000 open tickets and on 20,000 of the last quarter. */
  trialMs: number;
  /** Must equal the due ones, and each clock must have been told at most once. */
  told: { warnings: number; breaches: number; twice: number };
  /** Rows that the index gave to the query; the rest of the million was not read. */
  rowsRead: number;
  buffers: number;
  plan: string[];
};

const start = new Date("2026-11-16T00:00:00Z");
const hour = 3_600_000;

/**
 * A desk of a million tickets, 50,000 of them with running clocks, of which a tenth comes due in one hour. Rows are
 * made by the database itself; each ticket that runs has its events, for clocks are recomputed from those.
 */
export async function benchSweep({
  tickets = 1_000_000,
  running = 50_000,
  due = 5_000,
} = {}): Promise<SweepFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), "baton-sweep-"));
  const server = await startEmbeddedPostgres({ dataDir });
  await migrateDatabase(server.url);
  const connection = connect(server.url, { name: "bench", max: 2 });
  const { sql } = connection;
  const at = (minutes: number): Context =>
    createContext({
      db: connection.db,
      actor: { kind: "system" },
      now: new Date(start.getTime() + minutes * 60_000),
      config: { publicUrl: "http://127.0.0.1", mailDomain: "desk.test", secret: "x".repeat(32) },
    });
  try {
    await sql`set statement_timeout = 0`;
    await fill(sql, { tickets, running, due });
    // Everybody's clocks are written by the sweep's own code path, as the desk would have.
    const idleMs = await timed(() => sweepClocks(at(-60)));
    const { rowsRead, buffers, plan } = await explain(sql, new Date(start.getTime() + 2 * hour));
    const floorMs = await measureFloor(sql);
    let sweeps = 0;
    const totalMs = await timed(async () => {
      while ((await sweepClocks(at(120))) > 0) sweeps++;
    });
    const [told] = await sql<{ warnings: number; breaches: number; twice: number }[]>`
      with told as (
        select ticket_id, type, data->>'clock' as clock, count(*)::int as times
        from ticket_events where type in ('clock.warned', 'clock.breached') group by 1, 2, 3
      )
      select count(*) filter (where type = 'clock.warned')::int as warnings,
             count(*) filter (where type = 'clock.breached')::int as breaches,
             count(*) filter (where times > 1)::int as twice
      from told`;
    const trialMs = await timed(() => tryTighter(at(180)));
    return {
      tickets,
      runningClocks: running,
      due: { warnings: due / 2, breaches: due / 2 },
      idleMs: round(idleMs),
      sweeps,
      totalMs: Math.round(totalMs),
      perTicketMs: round(totalMs / due),
      floorMs: round(floorMs),
      perTicketToFloor: round(totalMs / due / floorMs),
      trialMs: Math.round(trialMs),
      told: told!,
      rowsRead,
      buffers,
      plan,
    };
  } finally {
    await connection.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Sql = ReturnType<typeof connect>["sql"];

/**
 * Deadlines: half of the due tickets breach within the two hours, half only warn, all others are days away. Solved
 * tickets fill the rest of the million, with clocks that were met.
 */
async function fill(sql: Sql, { tickets, running, due }: { tickets: number; running: number; due: number }) {
  const begin = start.toISOString();
  const [{ id: customer }] = (await sql`
    insert into customers (id, name) values (gen_random_uuid(), 'Kim') returning id`) as unknown as [
    { id: string },
  ];
  const policy = async (name: string, minutes: number): Promise<string> => {
    const targets = { first_reply: minutes };
    const all = { low: targets, normal: targets, high: targets, urgent: targets };
    const [row] = await sql<{ id: string }[]>`
      insert into sla_policies (id, name, position, targets, pauses_on)
      values (gen_random_uuid(), ${name}, 1, ${sql.json(all)}, '{}') returning id`;
    return row!.id;
  };
  // Breached after 100 minutes; warned (80 %) after 96 minutes of 120 and a little; far away.
  const [breaching, warning, calm] = [
    await policy("breach", 100),
    await policy("warn", 130),
    await policy("calm", 20_000),
  ];
  await sql`
    insert into tickets (id, subject, channel, customer_id, status, assistant_state, last_message_at, waiting_since,
                         created_at, updated_at, sla_policy_id)
    select gen_random_uuid(), 'Ticket ' || n, 'email', ${customer},
           case when n <= ${running} then 'open' else 'closed' end, 'handed_off',
           ${begin}::timestamptz, case when n <= ${running} then ${begin}::timestamptz end,
           ${begin}::timestamptz - case when n <= ${running} then interval '0' else interval '30 days' end, ${begin}::timestamptz,
           case when n <= ${due / 2} then ${breaching}::uuid when n <= ${due} then ${warning}::uuid else ${calm}::uuid end
    from generate_series(1, ${tickets}::int) n`;
  await sql`
    insert into ticket_events (ticket_id, type, actor_kind, at, data)
    select id, 'ticket.created', 'customer', ${begin}::timestamptz, '{"channel": "email", "priority": "normal"}'::jsonb
    from tickets where status = 'open'`;
  await sql`
    insert into ticket_events (ticket_id, type, actor_kind, at, data)
    select id, 'policy.applied', 'system', ${begin}::timestamptz,
           jsonb_build_object('policyId', sla_policy_id, 'policyVersion', 1, 'calendarVersion', null)
    from tickets where status = 'open'`;
  const minutes = sql`case t.sla_policy_id when ${breaching} then 100 when ${warning} then 130 else 20000 end`;
  await sql`
    insert into sla_clocks (ticket_id, kind, cycle, policy_id, priority, state, started_at, target_minutes, due_at, warn_at,
                            next_action_at)
    select t.id, 'first_reply', 1, t.sla_policy_id, 'normal', 'running', ${begin}::timestamptz, ${minutes},
           ${begin}::timestamptz + ${minutes} * interval '1 minute', ${begin}::timestamptz + ${minutes} * interval '48 seconds',
           ${begin}::timestamptz + ${minutes} * interval '48 seconds'
    from tickets t where t.status = 'open'`;
  await sql`
    insert into sla_clocks (ticket_id, kind, cycle, policy_id, priority, state, started_at, target_minutes, due_at, met_at)
    select t.id, 'first_reply', 1, t.sla_policy_id, 'normal', 'met', t.created_at, 20000,
           t.created_at + interval '13 days', t.created_at + interval '1 hour'
    from tickets t where t.status = 'closed'`;
  await sql`vacuum analyze`;
}

async function explain(sql: Sql, now: Date) {
  const rows = await sql<{ "QUERY PLAN": string }[]>`
    explain (analyze, buffers, costs off, timing off, summary off)
    select ticket_id from sla_clocks where next_action_at <= ${now} order by next_action_at limit 500`;
  const plan = rows.map((row) => row["QUERY PLAN"]);
  const text = plan.join("\n");
  const numbers = (pattern: RegExp) => [...text.matchAll(pattern)].map((match) => Number(match[1]));
  const read = numbers(/Index Scan.*rows=(\d+)/g);
  const blocks = [...numbers(/shared hit=(\d+)/g).slice(0, 1), ...numbers(/read=(\d+)/g).slice(0, 1)];
  return { plan, rowsRead: read[0] ?? Number.NaN, buffers: blocks.reduce((sum, value) => sum + value, 0) };
}

/** Half the time for everybody. */
async function tryTighter(ctx: Context): Promise<void> {
  const [policy] = await ctx.db.select().from(slaPolicies).where(eq(slaPolicies.name, "calm"));
  const targets = { first_reply: 10_000 };
  const all = { low: targets, normal: targets, high: targets, urgent: targets };
  const report = await tryServiceLevels(ctx, { policy: { ...policy!, targets: all } });
  if (report.past.tickets !== 20_000) throw new Error(`only ${report.past.tickets} tickets were replayed`);
}

async function measureFloor(sql: Sql): Promise<number> {
  await sql`create table bench_floor (id uuid primary key, body text)`;
  const writes = 200;
  const total = await timed(async () => {
    for (let n = 0; n < writes; n++) {
      await sql.begin(async (tx) => {
        await tx`insert into bench_floor values (gen_random_uuid(), 'one')`;
        await tx`insert into bench_floor values (gen_random_uuid(), 'two')`;
      });
    }
  });
  return total / writes;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const round = (value: number): number => Math.round(value * 100) / 100;

if (import.meta.main) console.log(JSON.stringify(await benchSweep(), null, 2));
