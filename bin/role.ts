import type { Env } from "#lib/env.ts";
import { createLogger, type Logger } from "#lib/logger.ts";
import { enterHomeWithDatabase, type Role, writePid } from "./home.ts";
import { toldToStop } from "./told-to-stop.ts";

export interface RoleSetting {
  env: Env & { databaseUrl: string };
  log: Logger;
}

/** Something that was started and can be asked to finish what it has in hand. */
export interface Running {
  stop(): Promise<void>;
}

/** Longer than any job or request should take, shorter than the 30 s in which everything must have stopped. */
const patienceMs = 25_000;

/** Runs one role in this process until told to stop, then lets it drain. */
export async function runRole(role: Role, start: (setting: RoleSetting) => Promise<Running>): Promise<void> {
  const env = enterHomeWithDatabase();
  const log = createLogger({ role, level: env.logLevel });
  const told = toldToStop();
  dieLoudly(log);
  writePid(env.dataDir, role);
  const starting = start({ env, log });
  // Told to stop before it is up: there is nothing in hand yet.
  const running = await Promise.race([starting, told.then(() => process.exit(0))]);
  log.info({ event: "started" });
  const reason = await told;
  log.info({ event: "stopping", reason });
  const late = setTimeout(() => {
    log.error({ event: "stop_took_too_long", patienceMs });
    process.exit(1);
  }, patienceMs);
  await running.stop();
  clearTimeout(late);
  log.info({ event: "stopped" });
  process.exit(0);
}

/** After an error nobody caught the state is unknown; the supervisor starts a new process. */
function dieLoudly(log: Logger): void {
  const die = (err: unknown) => {
    log.fatal({ event: "crashed", err });
    process.exit(1);
  };
  process.on("uncaughtException", die);
  process.on("unhandledRejection", die);
}
