import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureBuilt } from "#bin/build.ts";
import { freePort } from "#bin/free-port.ts";
import { runCommand } from "#bin/start/run-command.ts";
import { untilListening, untilReady } from "#bin/start/until-ready.ts";
import { type Context, createContext } from "#lib/services/context.ts";
import { createApiToken } from "#lib/services/people/api-tokens.ts";
import { expectClocksToFollow } from "./clocks.ts";
import { createTestDatabase, type TestDatabase } from "./database.ts";
import { launchRole, type TestProcess } from "./processes.ts";
import { startRedis, type TestRedis } from "./redis.ts";

export type DeskRole = "web" | "worker" | "smtp";

export interface TestDesk {
  url: string;
  smtp: { host: string; port: number };
  dataDir: string;
  database: TestDatabase;
  redis: TestRedis | null;
  processes: Record<DeskRole, TestProcess>;
  /** With every scope. */
  token: string;
  /** A verb's context, as the system, on the same database and secret. */
  context(): Context;
  /** `fetch` below `url`, with the token. */
  api(path: string, init?: RequestInit): Promise<Response>;
  ready(limitMs?: number): Promise<void>;
  stop(): Promise<void>;
}

export interface TestDeskOptions {
  queue?: "postgres" | "redis";
  /** Fill the demonstration, too; takes its time. */
  demo?: boolean;
  /** Settings over ours. */
  settings?: Record<string, string>;
}

const secret = "a-secret-for-tests-of-at-least-32-characters";

/** The whole desk as it runs in production, on free ports, against a database of its own. Needs `vitest`. */
export async function startDesk(options: TestDeskOptions = {}): Promise<TestDesk> {
  const dataDir = mkdtempSync(join(tmpdir(), "baton-desk-"));
  mkdirSync(join(dataDir, "log"));
  await ensureBuilt(join(dataDir, "log/build.log"), () => {});
  const database = await createTestDatabase();
  const redis = options.queue === "redis" ? await startRedis({ appendOnly: true }) : null;
  const [webPort, smtpPort] = [await freePort(), await freePort()];
  const settings = {
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    REDIS_URL: redis?.url ?? "",
    SECRET: secret,
    HOST: "127.0.0.1",
    PORT: String(webPort),
    PUBLIC_URL: "",
    SMTP_LISTEN: `127.0.0.1:${smtpPort}`,
    SMTP_URL: "",
    MAIL_FROM: "support@desk.test",
    MAIL_DOMAIN: "desk.test",
    AI_MODEL: "builtin",
    SEED: options.demo ? "demo" : "none",
    ...options.settings,
  };
  await runCommand(["migrate"], settings);
  const launch = (role: DeskRole) => launchRole(role, settings, join(dataDir, "log", `${role}.log`));
  const processes = { web: launch("web"), worker: launch("worker"), smtp: launch("smtp") };
  const url = `http://127.0.0.1:${webPort}`;
  const context = () =>
    createContext({
      db: database.db,
      actor: { kind: "system" },
      config: { publicUrl: url, mailDomain: settings.MAIL_DOMAIN, secret },
    });
  const { token } = await createApiToken(context(), {
    name: "tests",
    scopes: ["read", "write", "inbound", "admin"],
  });

  const desk: TestDesk = {
    url,
    smtp: { host: "127.0.0.1", port: smtpPort },
    dataDir,
    database,
    redis,
    processes,
    token,
    context,
    api: (path, init = {}) => fetch(url + path, { ...init, headers: withToken(init.headers, token) }),
    ready: async (limitMs = 60_000) => {
      const mail = untilListening(desk.smtp, limitMs);
      const missing = (await untilReady(url, limitMs, new AbortController().signal)) ?? [];
      if (!(await mail)) missing.push("smtp");
      if (missing.length === 0) return;
      const logs = Object.entries(processes).map(([role, { tail }]) => `--- ${role}\n${tail()}`);
      throw new Error(`The desk is not ready (${missing.join(", ")}).\n${logs.join("\n")}`);
    },
    stop: async () => {
      await Promise.all(Object.values(processes).map((one) => one.end("SIGTERM")));
      await redis?.stop();
      try {
        // Whatever a test did with this desk: its clocks can be recomputed from its events.
        await expectClocksToFollow(database);
      } finally {
        await database.drop();
        rmSync(dataDir, { recursive: true, force: true });
      }
    },
  };
  try {
    await desk.ready();
    if (options.demo) await runCommand(["seed"], settings);
  } catch (error) {
    await desk.stop();
    throw error;
  }
  return desk;
}

function withToken(given: RequestInit["headers"], token: string): Headers {
  const headers = new Headers(given);
  if (!headers.has("authorization")) headers.set("authorization", `Bearer ${token}`);
  return headers;
}
