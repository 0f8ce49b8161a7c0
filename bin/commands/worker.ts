import { runRole } from "#bin/role.ts";

/** Running jobs get fifteen seconds to finish; the supervisor allows a little more. */
const drainMs = 15_000;

export function worker(): Promise<void> {
  return runRole("worker", async ({ env, log }) => {
    const { startWorker } = await import("#workers/index.ts");
    return startWorker(env, { log, drainMs });
  });
}
