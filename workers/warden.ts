import { sql } from "drizzle-orm";
import type { Logger } from "#lib/logger.ts";
import { sealAudit } from "#lib/services/audit/seal-audit.ts";
import type { Context } from "#lib/services/context.ts";
import { beat, readBeat } from "#lib/services/sweeps/heartbeats.ts";
import { requeueUnfinished } from "#lib/services/sweeps/requeue-unfinished.ts";
import { measureQueues } from "./measure-queues.ts";
import { pause, withPatience } from "./patience.ts";
import type { QueueBackend } from "./queue-backend.ts";
import type { Queues } from "./queues.ts";
import { ensureSchedules } from "./schedules.ts";

const sealMs = 1_000;
const watchMs = 5_000;

export type Warden = { stop(): Promise<void> };

/**
 * What no queue can do for itself, in every worker process: seals the audit, keeps the schedules alive, and
 * notices when the queue server has lost its memory, so that everything unfinished goes back to it at once.
 */
export function startWarden(parts: {
  backend: QueueBackend;
  queues: Queues;
  context: () => Context;
  log: Logger;
}): Warden {
  const { context, log } = parts;
  const stopping = new AbortController();
  const loops = [
    loop("seal the audit", sealMs, () => sealAudit(context())),
    loop("watch the queues", watchMs, () => withPatience("the queue", watch(parts))),
  ];

  async function loop(what: string, everyMs: number, work: () => Promise<unknown>) {
    while (!stopping.signal.aborted) {
      try {
        await work();
      } catch (error) {
        log.warn({ err: error }, `could not ${what}, trying again`);
      }
      await pause(everyMs, stopping.signal);
    }
  }

  return {
    stop: async () => {
      stopping.abort();
      await Promise.all(loops);
    },
  };
}

/** One look. Only one process looks at a time; the others find the lock taken and leave. */
export async function watch({
  backend,
  queues,
  context,
  log,
}: Parameters<typeof startWarden>[0]): Promise<void> {
  const ctx = context();
  await ctx.db.transaction(async (tx) => {
    const {
      rows: [lock],
    } = await tx.execute<{ mine: boolean }>(
      sql`select pg_try_advisory_xact_lock(hashtextextended('baton warden', 0)) as mine`,
    );
    if (!lock?.mine) return;
    const forgetful = await ensureSchedules(queues);
    if ((await isBehind(ctx, backend)) || forgetful.length > 0) {
      const requeued = await requeueUnfinished(ctx, { everything: true });
      const level = Object.values(requeued).some((rows) => rows > 0) ? "warn" : "info";
      log[level]({ ...requeued, forgetful }, "a queue starts empty: everything unfinished was put back");
    }
    await beat(ctx, "queue.health", await measureQueues(queues));
  });
}

/** The queue's mark is written before ours, so it is never behind unless it was lost. */
async function isBehind(ctx: Context, { mark }: QueueBackend): Promise<boolean> {
  if (!mark) return false;
  const ours = Number((await readBeat(ctx, "queue.mark"))?.data.mark ?? 0);
  const theirs = await mark.read();
  await mark.write(ours + 1);
  await beat(ctx, "queue.mark", { mark: ours + 1 });
  return theirs === null || theirs < ours;
}
