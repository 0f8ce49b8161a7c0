import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { childEnvironment } from "#lib/env.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";

const baton = fileURLToPath(new URL("../../../bin/baton.js", import.meta.url));
let dataDir: string;
let desk: TestDatabase;

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), "baton-commands-"));
  desk = await createTestDatabase();
});
afterAll(async () => {
  await desk.drop();
  rmSync(dataDir, { recursive: true, force: true });
});

function run(args: string[], settings: Record<string, string> = {}) {
  const env = childEnvironment({
    DATA_DIR: dataDir,
    DATABASE_URL: desk.url,
    NODE_ENV: undefined,
    ...settings,
  });
  const child = spawn(process.execPath, [baton, ...args], { env });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  return new Promise<{ code: number | null; out: string; err: string }>((resolve) => {
    child.once("close", (code) => resolve({ code, out, err }));
  });
}

describe("a start that cannot be says why in one sentence and ends with 1", () => {
  test("a port that is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const address = other.address();
    const port = address && typeof address === "object" ? address.port : 0;
    const { code, err } = await run(["start"], { PORT: String(port), SMTP_LISTEN: "off" });
    other.close();
    expect([code, err]).toEqual([
      1,
      `Port ${port} on 127.0.0.1 is taken by another program: stop that one, or set PORT to a free one.\n`,
    ]);
  });

  test.each([
    ["a wrong setting", { SMTP_LISTEN: "everywhere" }, /^The setting SMTP_LISTEN is wrong: .*\.\n$/],
    [
      "a place that cannot be written to",
      { DATA_DIR: "/dev/null/baton" },
      /^DATA_DIR \/dev\/null\/baton cannot .*\.\n$/,
    ],
    ["no secret in production", { DATA_DIR: "", NODE_ENV: "production" }, /^SECRET is required .*\.\n$/],
  ])("%s", async (_, settings, sentence) => {
    const { code, err } = await run(["start"], settings);
    expect(err).toMatch(sentence);
    expect(code).toBe(1);
  });

  test("a role without a database", async () => {
    const { code, err } = await run(["worker"], { DATABASE_URL: "" });
    expect([code, err]).toEqual([
      1,
      "There is no database: set DATABASE_URL, or run npm start, which brings one.\n",
    ]);
  });
});

describe("the commands", () => {
  test("every command explains itself", async () => {
    const { code, out } = await run(["--help"]);
    expect(code).toBe(0);
    for (const word of [
      "start",
      "web",
      "worker",
      "smtp",
      "migrate",
      "doctor",
      "user",
      "token",
      "mail",
      "eval",
    ]) {
      expect(out).toContain(`  ${word}`);
    }
  });

  test("the secret is made once and read by its owner alone", async () => {
    await run(["doctor"]);
    const file = join(dataDir, "secret");
    expect(existsSync(file)).toBe(true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test("user add prints a link once, and refuses the same address again", async () => {
    const first = await run(["user", "add", "kim@desk.test", "--role", "manager", "--json"]);
    expect(JSON.parse(first.out)).toMatchObject({
      role: "manager",
      link: expect.stringContaining("/sign-in/"),
    });
    const second = await run(["user", "add", "kim@desk.test"]);
    expect([second.code, second.err]).toEqual([1, "Somebody at the desk has this e-mail address.\n"]);
  });

  test("token create prints the secret, and knows its scopes", async () => {
    const { out } = await run(["token", "create", "--scope", "read,inbound"]);
    expect(out).toMatch(/^baton_api_[\w-]{43}\n$/);
    expect((await run(["token", "create", "--scope", "all"])).err).toMatch(
      /^There is no scope all: choose from/,
    );
  });

  test("doctor finds what is wrong and ends with 1", async () => {
    const { code, out } = await run(["doctor", "--json"], { REDIS_URL: "redis://127.0.0.1:1" });
    const { healthy, findings } = JSON.parse(out);
    expect([code, healthy]).toEqual([1, false]);
    expect(findings).toContainEqual(expect.objectContaining({ part: "queue", state: "wrong" }));
    expect(findings).toContainEqual(expect.objectContaining({ part: "migrations", state: "well" }));
  });

  test("mail parse says so when there is no such file", async () => {
    expect(await run(["mail", "parse", "nowhere.eml"])).toEqual({
      code: 1,
      out: "",
      err: "There is no file or directory nowhere.eml.\n",
    });
  });
});
