import { connect } from "#db/client.ts";
import { readEnv } from "#lib/env.ts";
import { createLogger } from "#lib/logger.ts";
import { startWorker } from "#workers/index.ts";

/**
 * A worker process for tests to kill. Writes each start and each end of a job into `test_runs`, and takes
 * TEST_JOB_MS for it. Ends like the real one on an error that nobody caught.
 */
const die = (error: unknown) => {
  console.error(error);
  process.exit(1);
};
process.on("uncaughtException", die);
process.on("unhandledRejection", die);

const env = readEnv();
const jobMs = Number(process.argv[2] ?? 0);
const { sql } = connect(env.databaseUrl!, { name: "child", max: 2 });
const worker = await startWorker(env, {
  log: createLogger({ role: "child", level: env.logLevel }),
  runJob: async (name, payload) => {
    if (name !== "inbound_email.deliver") return;
    const { inboundEmailId } = payload as { inboundEmailId: string };
    await sql`insert into test_runs (job, pid, phase) values (${inboundEmailId}, ${process.pid}, 'start')`;
    await new Promise((resolve) => setTimeout(resolve, jobMs));
    await sql`insert into test_runs (job, pid, phase) values (${inboundEmailId}, ${process.pid}, 'end')`;
  },
});
process.once("SIGTERM", () => worker.stop().then(() => process.exit(0), die));
console.log("ready");
