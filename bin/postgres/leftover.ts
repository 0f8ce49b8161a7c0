import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { Problem } from "#bin/problem.ts";
import { commandOf, isAlive } from "#bin/processes.ts";

/**
 * Deals with what a killed start left behind: a server still running is stopped (so that the next one runs with
 * our settings and is our child), one that was killed is waited for until its own processes have ended, too, because the
 * next one refuses to share the memory with them, and a pid file whose number now belongs to another program is removed,
 * because PostgreSQL would take that program for a server and refuse.
 */
export async function stopLeftover(clusterDir: string): Promise<void> {
  const pidFile = join(clusterDir, "postmaster.pid");
  if (!existsSync(pidFile)) return;
  const pid = Number(readFileSync(pidFile, "utf8").split("\n")[0]);
  if (!isServerOf(clusterDir, pid)) {
    await endOrphans(clusterDir);
    rmSync(pidFile, { force: true });
    return;
  }
  for (const [signal, patienceMs] of [
    ["SIGINT", 15_000],
    ["SIGQUIT", 10_000],
  ] as const) {
    process.kill(pid, signal);
    if (await gone(pid, patienceMs)) return;
  }
  throw new Problem(`An earlier database server (process ${pid}) does not stop: end it, then start again.`);
}

function isServerOf(clusterDir: string, pid: number): boolean {
  if (!isAlive(pid)) return false;
  return worksIn(clusterDir, pid) ?? commandOf(pid).includes("postgres");
}

/** Null where the system does not say. */
function worksIn(clusterDir: string, pid: number): boolean | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === clusterDir;
  } catch {
    return null;
  }
}

/** What served connections for a server that is dead. It ends by itself as soon as it looks up; what is busy does not. */
async function endOrphans(clusterDir: string): Promise<void> {
  for (const patienceMs of [2_000, 10_000]) {
    const orphans = processes().filter((pid) => worksIn(clusterDir, pid));
    const all = await Promise.all(orphans.map((pid) => gone(pid, patienceMs)));
    for (const pid of orphans.filter((one, at) => !all[at] && isAlive(one))) process.kill(pid, "SIGQUIT");
  }
}

function processes(): number[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

async function gone(pid: number, patienceMs: number): Promise<boolean> {
  for (let waited = 0; waited < patienceMs; waited += 50) {
    if (!isAlive(pid)) return true;
    await wait(50);
  }
  return !isAlive(pid);
}
