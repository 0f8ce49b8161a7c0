import { randomBytes } from "node:crypto";
import { accessSync, constants, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Env, readEnv, SettingError, settle } from "#lib/env.ts";
import { runningEmbeddedPostgres } from "./embedded-postgres.ts";
import { Problem } from "./problem.ts";
import { commandOf, isAlive } from "./processes.ts";

export type Role = "start" | "web" | "worker" | "smtp";

/** The settings, with DATA_DIR made and the secret read or generated. What every process begins with. */
export function enterHome(): Env {
  const env = settingsOrProblem();
  makeDataDir(env.dataDir);
  return settle({ DATA_DIR: env.dataDir, SECRET: env.secret ?? ensureSecret(env.dataDir) });
}

/** As `enterHome`, for those that need a database and start none themselves. */
export function enterHomeWithDatabase(): Env & { databaseUrl: string } {
  const env = enterHome();
  const databaseUrl = env.databaseUrl ?? runningEmbeddedPostgres(env.dataDir);
  if (!databaseUrl) {
    throw new Problem("There is no database: set DATABASE_URL, or run npm start, which brings one.");
  }
  return { ...settle({ DATABASE_URL: databaseUrl }), databaseUrl };
}

export function settingsOrProblem(): Env {
  try {
    return readEnv();
  } catch (error) {
    if (error instanceof SettingError) throw new Problem(error.message);
    throw error;
  }
}

function makeDataDir(dataDir: string): void {
  try {
    mkdirSync(join(dataDir, "run"), { recursive: true, mode: 0o711 });
    mkdirSync(join(dataDir, "log"), { recursive: true, mode: 0o700 });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    accessSync(join(dataDir, "run"), constants.W_OK | constants.X_OK);
  } catch (error) {
    const code = String(Reflect.get(Object(error), "code"));
    throw new Problem(
      `DATA_DIR ${dataDir} cannot be written to (${code}): set DATA_DIR to a directory of yours, or mend its permissions.`,
    );
  }
}

/** Kept with O_EXCL, so that two processes that start at once agree on one secret. */
function ensureSecret(dataDir: string): string {
  const file = join(dataDir, "secret");
  try {
    writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
  } catch (error) {
    if (Reflect.get(Object(error), "code") !== "EEXIST") throw error;
  }
  const secret = readFileSync(file, "utf8").trim();
  if (secret.length >= 32) return secret;
  throw new Problem(
    `${file} holds no usable secret: remove it to have a new one made (this signs everybody out).`,
  );
}

export function pidFile(dataDir: string, role: Role): string {
  return join(dataDir, "run", `${role}.pid`);
}

/** Written at once, removed when this process ends in any way it can notice. */
export function writePid(dataDir: string, role: Role): void {
  const file = pidFile(dataDir, role);
  writeFileSync(file, `${process.pid}\n`);
  process.once("exit", () => {
    if (pidOf(dataDir, role) === process.pid) rmSync(file, { force: true });
  });
}

/** The pid in the file, if that process runs and is one of ours; else null. */
export function runningPid(dataDir: string, role: Role): number | null {
  const pid = pidOf(dataDir, role);
  if (!pid || !isAlive(pid)) return null;
  const command = commandOf(pid);
  return command === "" || /baton|bin\/start/.test(command) ? pid : null;
}

function pidOf(dataDir: string, role: Role): number | null {
  try {
    return Number(readFileSync(pidFile(dataDir, role), "utf8")) || null;
  } catch {
    return null;
  }
}
