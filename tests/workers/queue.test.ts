import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { PermanentError } from "#lib/services/errors.ts";
import { transact } from "#lib/services/transact.ts";
import type { RunJob } from "#workers/process-job.ts";
import { jobsIn } from "./backroom.ts";
import { backends, openWorld, until, type World } from "./world.ts";

/** Remembers the runs of our own jobs; the sweeps that also run are none of our business. */
function recorder(work: (id: string, attempt: number) => Promise<void> | void = () => {}) {
  const runs: string[] = [];
  const runJob: RunJob = async (name, payload, run) => {
    if (name !== "inbound_email.deliver") return;
    const { inboundEmailId } = payload as { inboundEmailId: string };
    runs.push(inboundEmailId);
    await work(inboundEmailId, run.attempt);
  };
  return { runs, runJob, of: (id: string) => runs.filter((one) => one === id).length };
}

describe.each(backends)("the queue on %s", (kind, missing) => {
  if (missing) return test.skip(missing);
  let world: World;
  beforeAll(async () => {
    world = await openWorld(kind);
  });
  afterAll(() => world?.close());
  beforeEach(async () => {
    await world.database.sql`delete from outbox`;
    await world.look((queues) => queues.intake.obliterate({ force: true }));
  });

  test("a job decided in a transaction runs once it commits, and never when it does not", async () => {
    const seen = recorder();
    const worker = await world.worker({ runJob: seen.runJob });
    const refused = "00000000-0000-7000-8000-000000000001";
    await transact(world.context(), async ({ enqueue }) => {
      await enqueue("inbound_email.deliver", { inboundEmailId: refused });
      throw new Error("changed our mind");
    }).catch(() => {});
    const id = await world.enqueueAny();
    await until("the job ran", () => seen.of(id) > 0);
    await worker.stop();
    expect(seen.of(id)).toBe(1);
    expect(seen.of(refused)).toBe(0);
  });

  test("a job waits for its time in the outbox", async () => {
    const seen = recorder();
    const worker = await world.worker({ runJob: seen.runJob });
    const later = "00000000-0000-7000-8000-000000000002";
    await world.enqueue("inbound_email.deliver", { inboundEmailId: later }, new Date(Date.now() + 3_600_000));
    const id = await world.enqueueAny();
    await until("the job ran", () => seen.of(id) > 0);
    expect(seen.of(later)).toBe(0);
    await worker.stop();
  });

  test("several processes carry and run each job once", async () => {
    const seen = recorder();
    const workers = await Promise.all([1, 2, 3].map(() => world.worker({ runJob: seen.runJob })));
    const ids = await Promise.all(Array.from({ length: 200 }, () => world.enqueueAny()));
    await until("all ran", () => new Set(seen.runs).size === 200);
    await Promise.all(workers.map((worker) => worker.stop()));
    expect(seen.runs.toSorted()).toEqual(ids.toSorted());
  });

  test("what throws runs again until it succeeds, what is permanent does not", async () => {
    const bad = new Set<string>();
    const seen = recorder((id, attempt) => {
      if (bad.has(id)) throw new PermanentError("never");
      if (attempt < 3) throw new Error("not yet");
    });
    const hopeless = "00000000-0000-7000-8000-000000000003";
    bad.add(hopeless);
    const worker = await world.worker({ runJob: seen.runJob });
    await world.enqueue("inbound_email.deliver", { inboundEmailId: hopeless });
    const id = await world.enqueueAny();
    await until("the third run", () => seen.of(id) === 3);
    await worker.stop();
    expect(seen.of(hopeless)).toBe(1);
    const failed = await world.look((queues) => queues.intake.getFailed());
    expect(failed.map((job) => job.data.inboundEmailId)).toEqual([hopeless]);
  });

  test.each([
    ["a NUL", "model said \u0000 and died"],
    ["a lone surrogate", "model said \ud800 and died"],
    ["half a megabyte", "x".repeat(500_000)],
    ["the queue's own secret words", "bullmq:rateLimitExceeded"],
  ])("an error message with %s fails its job like any other", async (_, message) => {
    const seen = recorder((id) => {
      if (!poisoned.has(id)) return;
      const error = new PermanentError(message);
      error.stack = `PermanentError: ${message}\n    at ${message}`;
      throw error;
    });
    const poisoned = new Set<string>(["00000000-0000-7000-8000-000000000004"]);
    const worker = await world.worker({ runJob: seen.runJob });
    for (const inboundEmailId of poisoned) await world.enqueue("inbound_email.deliver", { inboundEmailId });
    const after = await world.enqueueAny();
    await until("the next job ran", () => seen.of(after) === 1);
    await until("it counts as failed", () =>
      world.look(async (queues) => (await queues.intake.getFailedCount()) === 1),
    );
    await worker.stop();
    expect(await world.look((queues) => queues.intake.getActiveCount())).toBe(0);
    expect(seen.of("00000000-0000-7000-8000-000000000004")).toBe(1);
  });

  test("a payload nobody can read is set aside and holds nothing up", async () => {
    const seen = recorder();
    const worker = await world.worker({ runJob: seen.runJob });
    await world.database.sql`
      insert into outbox (id, job, payload, run_at)
      values (gen_random_uuid(), 'inbound_email.deliver', '{"inboundEmailId": "none"}', now()),
             (gen_random_uuid(), 'job.of_tomorrow', '{}', now())`;
    const id = await world.enqueueAny();
    await until("the good job ran", () => seen.of(id) === 1);
    await worker.stop();
    const left = await world.database.sql`
      select job, dispatched_at is null as waits, last_error from outbox
      where last_error is not null or dispatched_at is null order by job`;
    expect(left).toMatchObject([
      { job: "inbound_email.deliver", waits: false, last_error: "The payload does not fit the job." },
      { job: "job.of_tomorrow", waits: true },
    ]);
  });

  test("a worker that is told to stop finishes what it has", async () => {
    let finished = 0;
    const seen = recorder(async () => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      finished++;
    });
    const worker = await world.worker({ runJob: seen.runJob });
    await Promise.all([1, 2, 3, 4, 5, 6, 7, 8].map(() => world.enqueueAny()));
    await until("some run", () => seen.runs.length > 0);
    await worker.stop();
    expect(finished).toBe(seen.runs.length);
    expect(finished).toBeLessThan(8);
    expect(await world.look((queues) => jobsIn(queues.intake, ["active"]))).toEqual([]);
    // What it had not carried to the queue yet waits in the outbox.
    const [outbox] = await world.database.sql<[{ left: number }]>`
      select count(*)::int as left from outbox where dispatched_at is null`;
    const waiting = await world.look((queues) => jobsIn(queues.intake, ["waiting"]));
    expect(waiting.length + outbox.left).toBe(8 - finished);
  });

  test("a job that hangs at the end is put back, and the next worker has it at once", async () => {
    const hung = recorder(() => new Promise<void>(() => {}));
    const first = await world.worker({ runJob: hung.runJob, drainMs: 300 });
    const id = await world.enqueueAny();
    await until("it hangs", () => hung.of(id) === 1);
    await first.stop();
    const left = await world.look((queues) => jobsIn(queues.intake, ["active", "waiting", "failed"]));
    expect(left.map((job) => job.data)).toEqual([{ inboundEmailId: id }]);
    expect(await world.look((queues) => jobsIn(queues.intake, ["active", "failed"]))).toEqual([]);
    const seen = recorder();
    const second = await world.worker({ runJob: seen.runJob });
    await until("it runs elsewhere", () => seen.of(id) === 1);
    await second.stop();
  });
});
