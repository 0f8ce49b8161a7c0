import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { newId } from "#db/ids.ts";
import { blobs, inboundEmails } from "#db/schema/index.ts";
import type { RunJob } from "#workers/process-job.ts";
import { schedules } from "#workers/schedules.ts";
import { type Child, spawnWorker } from "./child.ts";
import { type Door, doorTo } from "./tcp-proxy.ts";
import { backends, openWorld, until, type World } from "./world.ts";

describe.each(backends)("what happens to jobs on %s", (kind, missing) => {
  if (missing) return test.skip(missing);
  let world: World;
  const children: Child[] = [];
  const doors: Door[] = [];

  beforeAll(async () => {
    world = await openWorld(kind);
    await world.database
      .sql`create table test_runs (job text, pid int, phase text, at timestamptz default now())`;
  });
  afterAll(() => world?.close());
  beforeEach(async () => {
    await world.database.sql`delete from test_runs`;
    await world.database.sql`delete from outbox`;
    await world.database.sql`delete from heartbeats`;
    await world.database.sql`delete from inbound_emails`;
    await world.look((queues) => queues.intake.obliterate({ force: true }));
  });
  afterEach(async () => {
    await Promise.all(children.splice(0).map((child) => child.kill("SIGKILL")));
    await Promise.all(doors.splice(0).map((door) => door.shut()));
  });

  const start = (jobMs: number, over?: Record<string, string>) => {
    const child = spawnWorker(world.env, jobMs, over);
    children.push(child);
    return child;
  };
  const finished = async () =>
    (await world.database.sql`select distinct job from test_runs where phase = 'end'`).map((row) => row.job);
  /** The address of the queue server behind a door that can be shut. */
  const behindDoor = async () => {
    const url = new URL(kind === "redis" ? world.env.redisUrl! : world.env.databaseUrl!);
    const door = await doorTo({ host: url.hostname, port: Number(url.port) });
    doors.push(door);
    url.host = `127.0.0.1:${door.port}`;
    return { door, settings: { [kind === "redis" ? "REDIS_URL" : "DATABASE_URL"]: url.href } };
  };

  test("when three workers are killed under them: every job runs to its end", async () => {
    // Two jobs only, so that each worker gets the very ones that were killed with the one before.
    const ids = await Promise.all([world.enqueueAny(), world.enqueueAny()]);
    for (let kills = 0; kills < 3; kills++) {
      const child = start(60_000);
      await child.ready;
      await until("jobs run in it", async () => {
        const runs = await world.database.sql`select 1 from test_runs where pid = ${child.pid}`;
        return runs.length === 2;
      });
      await child.kill("SIGKILL");
    }
    await start(10).ready;
    await until("all are done", async () => (await finished()).length === 2, 45_000);
    expect((await finished()).toSorted()).toEqual(ids.toSorted());
    expect(await world.look((queues) => queues.intake.getFailedCount())).toBe(0);
  }, 120_000);

  test("when the worker is born while the queue server is away: it works as soon as it is back", async () => {
    const { door, settings } = await behindDoor();
    await door.shut();
    const child = start(0, settings);
    const id = await world.enqueueAny();
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await door.open();
    await child.ready;
    await until("the job is done", async () => (await finished()).includes(id));
  });

  test("when the queue server goes away under load: nothing is lost and the process lives", async () => {
    const { door, settings } = await behindDoor();
    const child = start(200, settings);
    await child.ready;
    const ids: string[] = [];
    for (let n = 0; n < 40; n++) ids.push(await world.enqueueAny());
    await until("some are done", async () => (await finished()).length > 3);
    await door.shut();
    for (let n = 0; n < 10; n++) ids.push(await world.enqueueAny());
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await door.open();
    await until("all are done", async () => (await finished()).length === 50, 45_000);
    expect((await finished()).toSorted()).toEqual(ids.toSorted());
    expect(await child.kill("SIGTERM")).toBe(0);
  });

  test("when the worker gives up on a queue server that never comes: it says so and ends", async () => {
    const { door, settings } = await behindDoor();
    await door.shut();
    const url = settings.DATABASE_URL ?? world.env.databaseUrl!;
    const env = { ...world.env, databaseUrl: url, redisUrl: settings.REDIS_URL ?? world.env.redisUrl };
    const { startWorker } = await import("#workers/index.ts");
    const runJob: RunJob = async () => {};
    await expect(startWorker(env, { runJob, giveUpAfterMs: 1_000 })).rejects.toThrow();
  });

  const forgetOne = () => world.look((queues) => queues.intake.obliterate({ force: true }));
  const forgetAll = () =>
    world.redis
      ? flushRedis(world.redis.port)
      : world.look((queues) =>
          Promise.all(Object.values(queues).map((queue) => queue.obliterate({ force: true }))),
        );

  test.each([
    ["everything", forgetAll],
    ["its mail alone", forgetOne],
  ])(
    "when the queue forgets %s: unfinished mail and the schedules are back by themselves",
    async (_, forget) => {
      await start(0).ready;
      await until("the desk is settled", async () => {
        const beats = await world.database.sql`select 1 from heartbeats where name = 'queue.health'`;
        return beats.length === 1;
      });
      const ids = await pendingMails(world, 5);
      await forget();
      await until("the mails have their jobs again", async () => {
        const done = await finished();
        return ids.every((id) => done.includes(id));
      });
      await until("the schedules are back", async () => (await countSchedules(world)) === schedules.length);
    },
  );
});

async function countSchedules({ look }: World): Promise<number> {
  const counts = await look((queues) =>
    Promise.all(Object.values(queues).map((queue) => queue.getJobSchedulersCount())),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

async function pendingMails({ database }: World, count: number): Promise<string[]> {
  const sha256 = newId();
  await database.db.insert(blobs).values({ sha256, sizeBytes: 1 });
  const far = new Date(Date.now() + 3_600_000);
  const rows = Array.from({ length: count }, () => ({
    id: newId(),
    door: "smtp" as const,
    sha256,
    sizeBytes: 1,
    contentKey: newId(),
    acceptedAt: new Date(),
    checkAt: far,
  }));
  await database.db.insert(inboundEmails).values(rows);
  return rows.map((row) => row.id);
}

async function flushRedis(port: number): Promise<void> {
  const { Redis } = await import("ioredis");
  const client = new Redis(port);
  await client.flushall();
  await client.quit();
}
