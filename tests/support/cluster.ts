import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { startEmbeddedPostgres } from "#bin/embedded-postgres.ts";
import { migrateDatabase } from "#bin/migrate.ts";
import { stopLeftover } from "#bin/postgres/leftover.ts";
import { isAlive } from "#bin/processes.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** Of the maintenance database of the test run's cluster. */
    clusterUrl: string;
  }
}

interface Shared {
  users: number;
  started: Promise<{ url: string; stop(): Promise<void> }>;
}

const prefix = "baton-test-";
const key = Symbol.for("baton.test-cluster");
const world = globalThis as { [key]?: Shared | undefined };

/** Vitest global set-up: one PostgreSQL cluster for the whole run, however many projects ask for it. */
export default async function provideCluster(project: TestProject): Promise<() => Promise<void>> {
  world[key] ??= { users: 0, started: startCluster() };
  const shared = world[key];
  shared.users += 1;
  const cluster = await shared.started;
  project.provide("clusterUrl", cluster.url);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    world[key] = undefined;
    await cluster.stop();
  };
}

async function startCluster(): Promise<{ url: string; stop(): Promise<void> }> {
  await sweepAbandoned();
  const dataDir = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  const server = await startEmbeddedPostgres({ dataDir, durable: false, maxConnections: 250 });
  const admin = postgres(server.url, { max: 1, onnotice: () => {} });
  await admin`create database template_desk`;
  await migrateDatabase(databaseNamed(server.url, "template_desk"));
  await admin`alter database template_desk with is_template true allow_connections false`;
  await admin.end();
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

export function databaseNamed(clusterUrl: string, name: string): string {
  const url = new URL(clusterUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Clusters of test runs that were killed. */
async function sweepAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const owner = /^baton-test-(\d+)-/.exec(name)?.[1];
    if (!owner || isAlive(Number(owner))) continue;
    const directory = join(tmpdir(), name);
    await stopLeftover(join(directory, "pg"));
    rmSync(directory, { recursive: true, force: true });
  }
}
