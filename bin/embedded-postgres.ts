import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { freePort } from "./free-port.ts";
import { findBinaries } from "./postgres/binaries.ts";
import {
  clusterUser,
  ensureCluster,
  type Place,
  placeIn,
  readPassword,
  serverEnvironment,
} from "./postgres/cluster.ts";
import { type Identity, openTheWay, serverIdentity } from "./postgres/identity.ts";
import { stopLeftover } from "./postgres/leftover.ts";
import { socketDirectory } from "./postgres/socket.ts";
import { Problem } from "./problem.ts";
import { isAlive } from "./processes.ts";

export interface EmbeddedPostgres {
  /** Of the database `postgres`. Holds the password. */
  url: string;
  /** The same by its Unix socket, for our own processes; `url` again where there can be none. */
  nearUrl: string;
  port: number;
  pid: number;
  /** The cluster was made by this start. */
  fresh: boolean;
  /** Directories opened for passing through, because we are root and the server is not. */
  opened: string[];
  /** Settles when the server has ended, for whatever reason. */
  ended: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, everything committed is on disk. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** Absolute; must exist and be writable. */
  dataDir: string;
  /** false for tests: nothing is forced to disk. Default true. */
  durable?: boolean;
  /** Wanted port; default: the one it had last time. Another if that is taken. */
  port?: number;
  /** Default 60. */
  maxConnections?: number;
}

/** Runs the real PostgreSQL 18 from the npm registry on a port of this machine only; about a second. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { dataDir, durable = true, maxConnections = 60 } = options;
  const binaries = findBinaries();
  const place = placeIn(dataDir);
  const identity = serverIdentity(place.clusterDir);
  const opened = openTheWay(identity, place.clusterDir, binaries.postgres);

  const fresh = await ensureCluster(place, binaries, identity, { durable });
  await stopLeftover(place.clusterDir);
  const port = await freePort(options.port ?? lastPort(place));
  const socket = await socketDirectory(place, port);
  const settings = [...leanSettings({ port, maxConnections, socket }), ...(durable ? [] : careless)];
  const child = launch(binaries.postgres, place, identity, settings);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  await ready(place, child);
  return {
    url: urlOf(place, port),
    nearUrl: nearUrlOf(place, port, socket),
    port,
    pid: child.pid!,
    fresh,
    opened,
    ended,
    stop: () => stop(child, ended),
  };
}

/** The nearest address of the embedded server that runs in `dataDir` now, or null when none does. */
export function runningEmbeddedPostgres(dataDir: string): string | null {
  const place = placeIn(dataDir);
  const [pid, , , port, socket, , , state] = pidFileLines(place);
  if (!state?.startsWith("ready") || !isAlive(Number(pid))) return null;
  return nearUrlOf(place, Number(port), socket || null);
}

function urlOf(place: Place, port: number): string {
  return `postgres://${clusterUser}:${readPassword(place)}@127.0.0.1:${port}/postgres`;
}

function nearUrlOf(place: Place, port: number, socket: string | null): string {
  const url = urlOf(place, port);
  return socket ? `${url}?${new URLSearchParams({ host: socket })}` : url;
}

/** The whole desk, database included, must fit into 700 MB at rest. */
function leanSettings({
  port,
  maxConnections,
  socket,
}: {
  port: number;
  maxConnections: number;
  socket: string | null;
}): string[] {
  return [
    `port=${port}`,
    "listen_addresses=127.0.0.1",
    // Quoted: it is a list, and a comma or a blank may be in the path.
    `unix_socket_directories=${socket ? `"${socket.replaceAll('"', '""')}"` : ""}`,
    "shared_buffers=32MB",
    `max_connections=${maxConnections}`,
    "superuser_reserved_connections=3",
    "work_mem=8MB",
    "maintenance_work_mem=64MB",
    "effective_cache_size=512MB",
    "max_wal_size=512MB",
    "wal_level=minimal",
    "max_wal_senders=0",
    "max_logical_replication_workers=0",
    "max_worker_processes=4",
    "max_parallel_workers_per_gather=0",
    "autovacuum_max_workers=2",
    "io_method=sync",
    "huge_pages=off",
    "jit=off",
    "timezone=UTC",
    "log_timezone=UTC",
    "log_min_messages=warning",
    "log_checkpoints=off",
    "log_line_prefix=%m [%p] ",
    "log_statement=none",
    "log_min_error_statement=panic",
  ];
}

const careless = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_wal_size=2GB"];

/**
 * Its own session, so that Ctrl-C in the terminal does not stop the database before the workers have drained;
 * its log in a file, so that it survives the death of whoever started it.
 */
function launch(binary: string, place: Place, identity: Identity | null, settings: string[]): ChildProcess {
  const log = openLog(place);
  return spawn(binary, ["-D", place.clusterDir, ...settings.flatMap((setting) => ["-c", setting])], {
    cwd: "/",
    detached: true,
    stdio: ["ignore", log, log],
    env: serverEnvironment,
    ...identity,
  });
}

function logFile(place: Place): string {
  return join(place.dataDir, "log", "postgres.log");
}

function openLog(place: Place): number {
  const file = logFile(place);
  mkdirSync(join(place.dataDir, "log"), { recursive: true, mode: 0o700 });
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > 10_000_000) renameSync(file, `${file}.1`);
  const log = openSync(file, "a", 0o600);
  chmodSync(file, 0o600);
  return log;
}

/** The eighth line of postmaster.pid is how pg_ctl knows, too. Crash recovery may take a while. */
async function ready(place: Place, child: ChildProcess): Promise<void> {
  const before = statSync(logFile(place)).size;
  const limitMs = 120_000;
  let failed: string | null = null;
  child.once("error", (error) => {
    failed = error.message;
  });
  child.once("exit", () => {
    failed ??= lastComplaint(place, before);
  });
  for (let waited = 0; waited < limitMs; waited += 25) {
    if (failed !== null) throw new Problem(`The embedded PostgreSQL did not start: ${failed}`);
    const lines = pidFileLines(place);
    if (Number(lines[0]) === child.pid && lines[7]?.startsWith("ready")) return;
    await wait(25);
  }
  child.kill("SIGQUIT");
  throw new Problem(
    `The embedded PostgreSQL was not ready within two minutes; ${logFile(place)} may say why.`,
  );
}

function lastComplaint(place: Place, from: number): string {
  const lines = readFileSync(logFile(place)).subarray(from).toString("utf8").trim().split("\n");
  const complaint = lines.findLast((line) => /FATAL|PANIC|ERROR|could not|error/.test(line)) ?? lines.at(-1);
  return complaint?.replace(/^.*?(FATAL|PANIC|ERROR):\s*/, "") || `${logFile(place)} may say why.`;
}

function pidFileLines(place: Place): string[] {
  try {
    return readFileSync(join(place.clusterDir, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return [];
  }
}

/** The port of the last time, so that a tool someone pointed at the database finds it again. */
function lastPort(place: Place): number {
  const options = join(place.clusterDir, "postmaster.opts");
  try {
    return Number(/port=(\d+)/.exec(readFileSync(options, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

async function stop(child: ChildProcess, ended: Promise<void>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGINT");
  const late = wait(20_000, "late", { ref: false });
  if ((await Promise.race([ended, late])) === "late") child.kill("SIGQUIT");
  await ended;
}
