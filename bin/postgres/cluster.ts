import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Problem } from "#bin/problem.ts";
import type { Binaries } from "./binaries.ts";
import type { Identity } from "./identity.ts";

export const clusterUser = "baton";
const serverMajor = "18";

/** Nothing of ours, secrets least of all, reaches the server's environment. */
export const serverEnvironment: NodeJS.ProcessEnv = {
  NODE_ENV: "production",
  LC_ALL: "C.UTF-8",
  TZ: "UTC",
  PATH: "/usr/bin:/bin",
};

export interface Place {
  /** DATA_DIR. The cluster is in its `pg`, the password in `pg-password`. */
  dataDir: string;
  clusterDir: string;
  passwordFile: string;
}

export function placeIn(dataDir: string): Place {
  return { dataDir, clusterDir: join(dataDir, "pg"), passwordFile: join(dataDir, "pg-password") };
}

/**
 * Makes the cluster if there is none: in a directory beside it, renamed when complete, so that a start killed
 * half-way leaves nothing that looks like a database. Returns whether it made one.
 *
 * UTF-8 with the builtin C.UTF-8 locale: under the plain C locale pg_trgm drops every Korean character.
 */
export async function ensureCluster(
  place: Place,
  binaries: Binaries,
  identity: Identity | null,
  { durable }: { durable: boolean },
): Promise<boolean> {
  sweepHalfMade(place);
  if (existsSync(place.clusterDir)) {
    checkVersion(place);
    return false;
  }
  const making = `${place.clusterDir}.new-${process.pid}`;
  mkdirSync(making, { mode: 0o700 });
  const passwordCopy = `${making}.password`;
  const password = ensurePassword(place);
  writeFileSync(passwordCopy, password, { mode: 0o600 });
  if (identity) for (const path of [making, passwordCopy]) chownSync(path, identity.uid, identity.gid);
  try {
    await initdb(binaries, identity, [
      `--pgdata=${making}`,
      `--pwfile=${passwordCopy}`,
      ...(durable ? [] : ["--no-sync"]),
    ]);
    renameSync(making, place.clusterDir);
  } finally {
    rmSync(passwordCopy, { force: true });
    rmSync(making, { recursive: true, force: true });
  }
  return true;
}

export function readPassword(place: Place): string {
  return readFileSync(place.passwordFile, "utf8").trim();
}

function ensurePassword(place: Place): string {
  if (!existsSync(place.passwordFile)) {
    writeFileSync(place.passwordFile, randomBytes(24).toString("base64url"), { mode: 0o600 });
  }
  return readPassword(place);
}

function sweepHalfMade(place: Place): void {
  for (const name of readdirSync(place.dataDir)) {
    if (name.startsWith("pg.new-")) rmSync(join(place.dataDir, name), { recursive: true, force: true });
  }
}

function checkVersion({ clusterDir }: Place): void {
  const file = join(clusterDir, "PG_VERSION");
  const version = existsSync(file) ? readFileSync(file, "utf8").trim() : null;
  if (version === serverMajor) return;
  throw new Problem(
    version
      ? `The database in ${clusterDir} was made by PostgreSQL ${version} and this is ${serverMajor}: dump it with the old version and restore it into a new DATA_DIR.`
      : `${clusterDir} is there but is no database: move it away and start again.`,
  );
}

function initdb(binaries: Binaries, identity: Identity | null, where: string[]): Promise<void> {
  const args = [
    ...where,
    `--username=${clusterUser}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--locale=C.UTF-8",
    "--lc-messages=C",
    "--no-instructions",
    "--data-checksums",
  ];
  const child = spawn(binaries.initdb, args, {
    cwd: "/",
    stdio: ["ignore", "ignore", "pipe"],
    env: serverEnvironment,
    ...identity,
  });
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new Problem(`The database could not be made: ${error.message}.`)));
    child.once("close", (code) => {
      if (code === 0) resolve();
      else reject(new Problem(`The database could not be made: ${lastLine(said)}`));
    });
  });
}

function lastLine(text: string): string {
  return (
    text
      .trim()
      .split("\n")
      .at(-1)
      ?.replace(/^initdb: (error|hint): /, "") ?? "no reason was given"
  );
}
