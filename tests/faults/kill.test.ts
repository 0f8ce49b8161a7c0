import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealAudit } from "#lib/services/audit/seal-audit.ts";
import { verifyAudit } from "#lib/services/audit/verify-audit.ts";
import { type Backroom, openBackroom, untilQuiet } from "#tests/workers/backroom.ts";
import { backends, openWorld, until, type World } from "#tests/workers/world.ts";
import { queueNames } from "#workers/queues.ts";
import { type Accepted, sendPatiently } from "./sender.ts";

describe.each(backends)("kill -9 of any one process while mails come in, queues on %s", (kind, missing) => {
  if (missing) return test.skip(missing);
  let world: World;
  let backroom: Backroom;
  let accepted: Accepted[];
  const killed: string[] = [];

  /** One after the other, each when the one before is up again. The test is the supervisor. */
  async function killAll(): Promise<void> {
    const victims: [string, () => Promise<void>][] = [
      ["worker", () => backroom.murder("worker")],
      ["smtp", () => backroom.murder("smtp")],
      ["database", database],
      ...(world.redis ? [["redis", redis] as [string, () => Promise<void>]] : []),
      ["worker again", () => backroom.murder("worker")],
    ];
    for (const [name, kill] of victims) {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      await kill();
      killed.push(name);
    }
  }
  /** Any server process that dies like this takes all connections with it; the server recovers by itself. */
  async function database(): Promise<void> {
    const [row] = await world.database.sql`
      select pid from pg_stat_activity
      where datname = current_database() and application_name like 'baton%' limit 1`;
    process.kill(row!.pid, "SIGKILL");
  }
  async function redis(): Promise<void> {
    await world.redis!.kill();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await world.redis!.restart();
  }

  beforeAll(async () => {
    world = await openWorld(kind, { durable: true });
    backroom = await openBackroom(world);
    const kills = killAll();
    kills.catch(() => {});
    accepted = await sendPatiently({ port: backroom.port, count: 200, perSecond: 8 });
    await kills;
    await untilQuiet(world, 180_000);
  }, 330_000);
  afterAll(async () => {
    await backroom?.stop();
    await world?.close();
  });

  test("every process was killed, and the sender had to try again", () => {
    expect(killed).toHaveLength(kind === "redis" ? 5 : 4);
    expect(accepted).toHaveLength(200);
    expect(accepted.filter(({ tries }) => tries > 1).length).toBeGreaterThan(0);
  });

  test("none is lost and none is there twice", async () => {
    const rows = await world.database.sql<{ message_id: string; rows: number; messages: number }[]>`
      select i.message_id, count(*)::int as rows, count(m.id)::int as messages
      from inbound_emails i left join messages m on m.id = i.ticket_message_id group by 1`;
    const found = new Map(rows.map((row) => [row.message_id, row]));
    const wrong = accepted.filter(({ messageId }) => {
      const row = found.get(messageId);
      return row?.rows !== 1 || row.messages !== 1;
    });
    expect(wrong).toEqual([]);
    const [{ messages }] = await world.database.sql<[{ messages: number }]>`
      select count(*)::int as messages from messages where author_kind = 'customer'`;
    expect(messages).toBe(200);
  });

  test("each was sorted once and decided once", async () => {
    const runs = await world.database.sql`
      select m.id, count(*) filter (where r.step = 'triage')::int as triaged,
             count(*) filter (where r.step = 'decide')::int as decided
      from messages m left join assistant_runs r on r.message_id = m.id and r.applied
      where m.author_kind = 'customer' group by m.id
      having count(*) filter (where r.step = 'triage') <> 1 or count(*) filter (where r.step = 'decide') <> 1`;
    expect(runs.slice(0, 3), backroom.complaints().slice(0, 10).join("\n")).toEqual([]);
  });

  test("no customer was written to twice for one cause", async () => {
    const folder = join(world.env.dataDir, "mail-out");
    const files = (await readdir(folder)).filter((name) => name.endsWith(".eml"));
    const to = await Promise.all(
      files.map(
        async (name) =>
          /^To: .*?<?([\w.-]+@sender\.test)/im.exec(await readFile(join(folder, name), "utf8"))?.[1],
      ),
    );
    expect(new Set(to).size).toBe(to.length);
    const half = (await readdir(folder)).filter((name) => name.endsWith(".tmp"));
    expect(half.length).toBeLessThanOrEqual(2);
    const unclear = await world.database.sql`
      select state, count(*)::int from outbound_emails where state not in ('sent', 'unknown') group by 1`;
    expect(unclear).toHaveLength(0);
  });

  test("nothing is stuck, no job has failed for good, and the audit is whole", async () => {
    const failed = await world.look((queues) =>
      Promise.all([queues.intake, queues.assistant, queues.outgoing].map((queue) => queue.getFailed())),
    );
    expect(failed.flat().map((job) => `${job.name}: ${job.failedReason}`)).toEqual([]);
    await sealAudit(world.context());
    expect(await verifyAudit(world.database.db)).toMatchObject({ intact: true });
    await until(
      "the canaries sing",
      async () => {
        const beats = await world.database.sql`
        select name from heartbeats where name like 'queue.canary.%' and at > now() - interval '40 seconds'`;
        return beats.length === queueNames.length;
      },
      45_000,
    );
  });
});
