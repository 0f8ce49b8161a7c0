import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cruiseTree } from "./imports.ts";

/** A house in which each of these files breaks one rule, by an import of the other. */
const violations: [rule: string, from: string, to: string][] = [
  ["domain-is-pure", "lib/domain/a.ts", "#db/client.ts"],
  ["domain-is-pure", "lib/domain/b.ts", "zod"],
  ["domain-is-pure", "lib/domain/c.ts", "node:fs"],
  ["db-knows-domain-only", "db/a.ts", "#lib/services/verb.ts"],
  ["services-write-and-stop", "lib/services/a.ts", "#lib/ai/model.ts"],
  ["services-write-and-stop", "lib/services/b.ts", "#lib/channels/mail.ts"],
  ["reads-and-metrics-read", "lib/reads/a.ts", "#lib/ai/model.ts"],
  ["ai-is-a-witness", "lib/ai/a.ts", "#db/client.ts"],
  ["channels-are-outside", "lib/channels/a.ts", "#lib/services/verb.ts"],
  ["app-stays-inside", "app/a.tsx", "#workers/queue.ts"],
  ["app-stays-inside", "app/b.tsx", "#lib/ai/model.ts"],
  ["app-needs-no-outside-library", "components/tickets/c.tsx", "bullmq"],
  ["components-show", "components/tickets/a.tsx", "#lib/services/verb.ts"],
  ["ui-has-no-domain-words", "components/ui/a.tsx", "#lib/domain/rule.ts"],
  ["workers-are-started-not-imported", "lib/channels/b.ts", "#workers/queue.ts"],
  ["queues-in-workers", "lib/services/c.ts", "ioredis"],
  ["langchain-in-ai", "workers/a.ts", "@langchain/core/messages"],
  ["mail-in-channels", "workers/b.ts", "nodemailer"],
  ["sessions-at-the-door", "app/c.tsx", "next/headers"],
  ["nothing-imports-app", "bin/a.ts", "../app/page.tsx"],
  ["nothing-imports-tests", "lib/metrics/a.ts", "#tests/support.ts"],
  ["no-lost-import", "bin/b.ts", "./nowhere.ts"],
  ["no-undeclared-package", "bin/c.ts", "undeclared"],
  ["no-dev-package-in-product", "workers/c.ts", "development-only"],
  ["no-circle", "bin/circle.ts", "./circle-back.ts"],
];

const innocent: Record<string, string> = {
  "db/client.ts": "export const x = 1;",
  "lib/services/verb.ts": 'import "#db/client.ts"; import "#lib/domain/rule.ts"; export const x = 1;',
  "lib/ai/model.ts": 'import "@langchain/core/messages"; export const x = 1;',
  "lib/channels/mail.ts": 'import "nodemailer"; export const x = 1;',
  "lib/domain/rule.ts": 'import "node:crypto"; export const x = 1;',
  "workers/queue.ts": 'import "bullmq"; import "#lib/services/verb.ts"; export const x = 1;',
  "app/page.tsx": 'import "#lib/services/verb.ts"; export const x = 1;',
  "tests/support.ts": "export const x = 1;",
  "bin/circle-back.ts": 'import "./circle.ts"; export const x = 1;',
};

const packages = [
  "zod",
  "bullmq",
  "ioredis",
  "nodemailer",
  "next",
  "@langchain/core",
  "undeclared",
  "development-only",
];

let house: string;
let found: string[];

beforeAll(async () => {
  house = mkdtempSync(join(tmpdir(), "baton-house-"));
  for (const [path, text] of Object.entries(innocent)) write(path, text);
  for (const [, from, to] of violations) write(from, `import "${to}";\nexport const y = 1;\n`);
  write("lib/ai/types.ts", 'import type { x } from "#db/client.ts";\nexport type X = typeof x;\n');
  for (const name of packages) {
    write(`node_modules/${name}/package.json`, JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
    for (const file of ["index", "headers", "messages"])
      write(`node_modules/${name}/${file}.js`, "exports.x = 1;");
  }
  const folders = ["app", "bin", "components", "db", "lib", "tests", "workers"];
  write(
    "package.json",
    JSON.stringify({
      name: "house",
      type: "module",
      imports: Object.fromEntries(folders.map((folder) => [`#${folder}/*`, `./${folder}/*`])),
      dependencies: Object.fromEntries(packages.slice(0, 6).map((name) => [name, "1.0.0"])),
      devDependencies: { "development-only": "1.0.0" },
    }),
  );
  found = await cruiseTree(house, 1);
});
afterAll(() => rmSync(house, { recursive: true, force: true }));

test.each(violations)("%s bites: %s may not import %s", (rule, from) => {
  expect(found.filter((line) => line.startsWith(`${rule}: `) && line.includes(from))).not.toEqual([]);
});

test("an import of a type alone counts, too", () => {
  expect(found).toContainEqual(expect.stringMatching(/^ai-is-a-witness: lib\/ai\/types\.ts /));
});

test("what is allowed is let through", () => {
  const innocents = Object.keys(innocent).filter((path) => !path.startsWith("bin/"));
  expect(found.filter((line) => innocents.some((path) => line.includes(`: ${path} `)))).toEqual([]);
});

test("a cruiser that sees nothing is noticed", async () => {
  expect(await cruiseTree(house, 10_000)).toEqual([expect.stringContaining("blind")]);
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true });
  writeFileSync(join(house, path), text);
}
