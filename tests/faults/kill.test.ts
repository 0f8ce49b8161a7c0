import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sealAudit } from "#lib/services/audit/seal-audit.ts";
import { verifyAudit } from "#lib/services/audit/verify-audit.ts";
import { type Backroom, openBackroom, untilQuiet } from "#tests/workers/backroom.ts";
import { backends, openWorld, until, type World } from "#tests/workers/world.ts";
import { type Accepted, sendPatiently } from "./sender.ts";

/** Which process is killed when so many of the 200 mails have been begun. The test is the supervisor. */
type Kill = { at: number; victim: string; kill(): Promise<void> };

describe.each(backends)("kill -9 of any one process while mails come in, queues on %s", (kind, missing) => {
  if (missing) return test.skip(missing);
  let world: World;
  let backroom: Backroom;
  let accepted: Accepted[];
  const killed: string[] = [];
  const killing: Promise<void>[] = [];

  const restartAfter = (ms: number, restart: () => unknown) =>
    new Promise<void>((resolve) => setTimeout(resolve, ms)).then(() => restart()).then(() => {});

  function plan(): Kill[] {
    const role = (name: "worker" | "smtp") => async () => {
      await backroom[name].end("SIGKILL");
      await restartAfter(1_000, () => backroom[name].restart());
    };
    const redis = async () => {
      await world.redis!.kill();
      await restartAfter(1_500, () => world.redis!.restart());
    };
    const database = async () => {
      // Any server process that dies like this takes all connections with it; the server recovers by itself.
      const [row] = await world.database.sql`
        select pid from pg_stat_activity
        where datname = current_database() and application_name = 'baton worker' limit 1`;
      process.kill(row!.pid, "SIGKILL");
    };
    return [
      { at: 30, victim: "worker", kill: role("worker") },
      { at: 70, victim: "smtp", kill: role("smtp") },
      { at: 110, victim: "database", kill: database },
      ...(world.redis ? [{ at: 140, victim: "redis", kill: redis }] : []),
      { at: 170, victim: "worker again", kill: role("worker") },
    ];
  }

  beforeAll(async () => {
    world = await openWorld(kind);
    backroom = await openBackroom(world);
    const kills = plan();
    const reached = (n: number) => {
      for (const { at, victim, kill } of kills) {
        if (at !== n) continue;
        killing.push(kill().then(() => void killed.push(victim)));
      }
    };
    accepted = await sendPatiently({ port: backroom.port, count: 200, perSecond: 12, reached }).catch(
      (error) => {
        throw new Error(`${error.message}\n${backroom.smtp.tail()}`);
      },
    );
    await Promise.all(killing);
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
    expect(runs.slice(0, 3)).toEqual([]);
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
      "the canary sings",
      async () => {
        const [beat] = await world.database.sql`
        select 1 from heartbeats where name = 'queue.canary' and at > now() - interval '40 seconds'`;
        return beat;
      },
      45_000,
    );
  });
});
