import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Job, JobType, Queue } from "bullmq";
import { freePort } from "#bin/free-port.ts";
import { seedBase } from "#db/seed/seed-base.ts";
import { seedShop } from "#db/seed/seed-shop.ts";
import { transact } from "#lib/services/transact.ts";
import { launchRole, type TestProcess } from "#tests/support/processes.ts";
import { schedules } from "#workers/schedules.ts";
import { until, type World } from "./world.ts";

/** The processes behind the screens, as production runs them: mail comes in at `port`, the worker does the rest. */
export type Backroom = {
  port: number;
  smtp: TestProcess;
  worker: TestProcess;
  /** What the worker complained about, a line each, without what it says every time. */
  complaints(): string[];
  /** Kills with SIGKILL, starts again after a second as a supervisor would, resolves when it is up. */
  murder(role: "smtp" | "worker"): Promise<void>;
  stop(): Promise<void>;
};

export async function openBackroom(world: World, settings: Record<string, string> = {}): Promise<Backroom> {
  const { env } = world;
  await seedBase(world.context(), { mailFrom: env.mail.from });
  await transact(world.context(), seedShop);
  const port = await freePort();
  const all = {
    DATA_DIR: env.dataDir,
    DATABASE_URL: env.databaseUrl ?? "",
    REDIS_URL: env.redisUrl ?? "",
    SECRET: env.secret ?? "",
    MAIL_FROM: env.mail.from,
    MAIL_DOMAIN: env.mail.domain,
    SMTP_LISTEN: `127.0.0.1:${port}`,
    SMTP_URL: "",
    AI_MODEL: "builtin",
    LOG_LEVEL: "info",
    ...settings,
  };
  const logs = join(env.dataDir, "log");
  mkdirSync(logs, { recursive: true });
  const smtp = launchRole("smtp", all, join(logs, "smtp.log"));
  const worker = launchRole("worker", all, join(logs, "worker.log"));
  const stop = async () => {
    await Promise.all([smtp.end("SIGTERM"), worker.end("SIGTERM")]);
  };
  try {
    await until(
      "both processes are up",
      () => /"started"/.test(smtp.tail()) && /"started"/.test(worker.tail()),
    );
  } catch (error) {
    console.error(smtp.tail(), worker.tail());
    await stop();
    throw error;
  }
  const starts = (role: "smtp" | "worker") => read(role).split('"started"').length;
  const read = (role: string) => readFileSync(join(logs, `${role}.log`), "utf8");
  return {
    port,
    smtp,
    worker,
    complaints: () =>
      read("worker")
        .split("\n")
        .filter((line) => /"level":"(error|fatal)"|job failed|Error:/.test(line))
        .map((line) => line.replace(/"(time|pid|jobId|role)":("[^"]*"|\d+),?/g, "")),
    murder: async (role) => {
      const before = starts(role);
      const victim = role === "smtp" ? smtp : worker;
      await victim.end("SIGKILL");
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      victim.restart();
      await until(`${role} is up again`, () => starts(role) > before);
    },
    stop,
  };
}

/** What still moves, in words; empty when all is quiet. */
export async function stillMoving({ database, look }: World): Promise<string[]> {
  const [rows] = await database.sql`
    select (select count(*)::int from inbound_emails where state in ('pending', 'processing')) as inbound,
           (select count(*)::int from outbound_emails where state in ('queued', 'sending')) as outbound,
           (select count(*)::int from outbox where dispatched_at is null and run_at <= now()) as outbox,
           (select count(*)::int from tickets where assistant_state in ('waiting', 'sorted')
              and status not in ('solved', 'closed')) as assistant`;
  const jobs = await look((queues) =>
    Promise.all(
      [queues.intake, queues.assistant, queues.outgoing].map((queue) =>
        jobsIn(queue, ["waiting", "prioritized", "active", "delayed"]),
      ),
    ),
  );
  const moving = Object.entries(rows ?? {}).flatMap(([what, count]) => (count > 0 ? `${count} ${what}` : []));
  return [...moving, ...jobs.flat().map((job) => `job ${job.name}`)];
}

/** The first jobs of the queue in any of the states, without those that come by the clock. */
export async function jobsIn(queue: Queue, states: JobType[]): Promise<Job[]> {
  const jobs = await queue.getJobs(states, 0, 50, true);
  return jobs.filter((job) => job && !schedules.some((schedule) => schedule.job === job.name));
}

export async function untilQuiet(world: World, limitMs: number): Promise<void> {
  let moving: string[] = [];
  const quiet = async () => {
    await new Promise((resolve) => setTimeout(resolve, 500));
    moving = await stillMoving(world);
    return moving.length === 0;
  };
  await until("the desk is quiet", quiet, limitMs).catch((error) => {
    throw new Error(`${error.message}: ${moving.join(", ")}`);
  });
}
