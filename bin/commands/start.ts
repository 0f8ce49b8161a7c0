import { join } from "node:path";
import { ensureBuilt } from "#bin/build.ts";
import { unusedSettings } from "#bin/doctor/unused.ts";
import { type EmbeddedPostgres, startEmbeddedPostgres } from "#bin/embedded-postgres.ts";
import { enterHome, runningPid, writePid } from "#bin/home.ts";
import type { Prepared } from "#bin/prepare-desk.ts";
import { Problem } from "#bin/problem.ts";
import { checkPorts } from "#bin/start/check-ports.ts";
import { type KeptRunning, keepRunning } from "#bin/start/children.ts";
import { runCommand } from "#bin/start/run-command.ts";
import { saySignIn } from "#bin/start/sign-in.ts";
import { createTerminal, type Terminal } from "#bin/start/terminal.ts";
import { untilListening, untilReady } from "#bin/start/until-ready.ts";
import { parentGone, toldToStop } from "#bin/told-to-stop.ts";
import { type Env, underNpm } from "#lib/env.ts";

/** The whole desk. Everything it started ends with it, in order, within 30 seconds. */
export async function start(): Promise<void> {
  const env = enterHome();
  const terminal = createTerminal();
  refuseSecond(env);
  await checkPorts(env);
  writePid(env.dataDir, "start");

  const told = Promise.race([toldToStop(), parentGone(underNpm())]);
  const stopping = new AbortController();
  const desk: Desk = { postgres: null, children: [] };
  const up = bringUp(env, terminal, desk, stopping.signal);
  // Told to stop half-way, we let the step in hand fail or finish and then take down what is up.
  const reason = await Promise.race([told, up.then(() => told)]).catch((error: unknown) => error);
  stopping.abort();
  if (typeof reason === "string") terminal.say("Stopping: finishing what is in hand…");
  await takeDown(desk, terminal);
  if (typeof reason !== "string") throw reason;
  terminal.say("Stopped.");
  process.exit(0);
}

interface Desk {
  postgres: EmbeddedPostgres | null;
  children: KeptRunning[];
}

async function bringUp(env: Env, terminal: Terminal, desk: Desk, stopping: AbortSignal): Promise<void> {
  for (const sentence of unusedSettings(env)) terminal.say(sentence);
  const databaseUrl = await database(env, terminal, desk, stopping);
  const settings = { DATABASE_URL: databaseUrl };
  const [prepared] = await Promise.all([
    runCommand<Prepared>(["migrate"], {}, stopping),
    buildScreens(env, terminal, stopping),
  ]);
  if (stopping.aborted) return;

  const options = {
    dataDir: env.dataDir,
    settings,
    logToTerminal: !process.stdout.isTTY,
    onDeath: (sentence: string) => terminal.say(sentence),
  };
  desk.children.push(keepRunning("web", options), keepRunning("worker", options));
  if (env.smtpListen || env.lmtpListen) desk.children.push(keepRunning("smtp", options));
  const missing = await untilUp(env, stopping);
  if (stopping.aborted) return;
  if (missing.length > 0) {
    terminal.say(`Not everything is ready yet (${missing.join(", ")}); npx baton doctor says more.`);
  }
  if (prepared.fillDemo) {
    terminal.progress("Filling the demonstration desk…");
    await runCommand(["seed"], settings, stopping);
    terminal.done("Filled the demonstration desk.");
  }
  saySignIn(terminal, env, prepared);
}

/** The parts that were not up within a minute and a half. */
async function untilUp({ web, smtpListen, lmtpListen }: Env, stopping: AbortSignal): Promise<string[]> {
  const limitMs = 90_000;
  const [missing, listening] = await Promise.all([
    untilReady(web.localUrl, limitMs, stopping),
    smtpListen || lmtpListen ? untilListening((smtpListen ?? lmtpListen)!, limitMs, stopping) : true,
  ]);
  return [...(missing ?? []), ...(listening ? [] : ["smtp"])];
}

async function buildScreens(env: Env, terminal: Terminal, stopping: AbortSignal): Promise<void> {
  const log = join(env.dataDir, "log", "build.log");
  const progress = (seconds: number) =>
    terminal.progress(`Building the screens (once, and when their sources change)… ${seconds} s`);
  if (!(await ensureBuilt(log, progress, stopping))) return;
  await runCommand(["compile"], {}, stopping);
  terminal.done("Built the screens.");
}

/** The embedded database, started again should it die; or the one that DATABASE_URL names. */
async function database(env: Env, terminal: Terminal, desk: Desk, stopping: AbortSignal): Promise<string> {
  if (env.databaseUrl) return env.databaseUrl;
  const postgres = await startEmbeddedPostgres({ dataDir: env.dataDir });
  desk.postgres = postgres;
  for (const directory of postgres.opened) {
    terminal.say(
      `Let the database server pass through ${directory} (chmod o+x), as it does not run as root.`,
    );
  }
  if (postgres.fresh) terminal.say("Made a PostgreSQL 18 database.");
  void reviveWhenItDies(env, terminal, desk, stopping);
  return postgres.nearUrl;
}

/** It comes back on the port it had, so the other processes find it again by themselves. */
async function reviveWhenItDies(
  env: Env,
  terminal: Terminal,
  desk: Desk,
  stopping: AbortSignal,
): Promise<void> {
  while (desk.postgres) {
    await desk.postgres.ended;
    if (stopping.aborted) return;
    terminal.say("The database server ended; starting it again.");
    try {
      desk.postgres = await startEmbeddedPostgres({ dataDir: env.dataDir, port: desk.postgres.port });
    } catch (error) {
      terminal.say(error instanceof Error ? error.message : String(error));
      await new Promise((resolve) => setTimeout(resolve, 3000));
    }
  }
}

/** First those that take work in, then the workers drain, then the database. */
async function takeDown(desk: Desk, terminal: Terminal): Promise<void> {
  const doors = desk.children.filter(({ role }) => role !== "worker");
  const workers = desk.children.filter(({ role }) => role === "worker");
  await Promise.all(doors.map((child) => child.stop(7_000)));
  await Promise.all(workers.map((child) => child.stop(18_000)));
  await desk.postgres?.stop().catch((error: unknown) => terminal.say(String(error)));
}

function refuseSecond(env: Env): void {
  const pid = runningPid(env.dataDir, "start");
  if (!pid || pid === process.pid) return;
  throw new Problem(
    `This desk is running already (process ${pid}): stop that one, or set DATA_DIR, PORT and SMTP_LISTEN to run a second.`,
  );
}
