import { randomBytes } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { checkDatabase } from "#bin/check-database.ts";
import { databaseNamed } from "#tests/support/cluster.ts";

const suffix = randomBytes(4).toString("hex");
const made = {
  good: `good_${suffix}`,
  deaf: `deaf_${suffix}`,
  latin: `latin_${suffix}`,
};
let admin: postgres.Sql;
const url = (name: string) => databaseNamed(inject("clusterUrl"), name);

beforeAll(async () => {
  admin = postgres(inject("clusterUrl"), { max: 1, onnotice: () => {} });
  await admin.unsafe(`create database ${made.good}`);
  await admin.unsafe(`create database ${made.deaf} template template0 locale_provider libc locale 'C'`);
  await admin.unsafe(
    `create database ${made.latin} template template0 encoding 'LATIN1' locale_provider libc locale 'C'`,
  );
});
afterAll(async () => {
  for (const name of Object.values(made)) await admin.unsafe(`drop database ${name} with (force)`);
  await admin.end();
});

test("a database that knows Korean is taken, and pg_trgm is installed", async () => {
  expect(await checkDatabase(url(made.good))).toMatchObject({ encoding: "UTF8", locale: "C.UTF-8" });
});

const wrongPassword = () => url(made.good).replace(/:[^:@/]+@/, ":wrong@");
test.each([
  ["the plain C locale", () => url(made.deaf), /Korean search finds nothing: .*createdb .*C\.UTF-8/],
  ["another encoding", () => url(made.latin), /encoded in LATIN1: .*createdb/],
  ["a name that is not there", () => url("nowhere"), /^There is no database nowhere: .*createdb/],
  ["a wrong password", wrongPassword, /refuses the user name or password in DATABASE_URL/],
  ["nobody listening", () => "postgres://x:y@127.0.0.1:1/z", /127\.0\.0\.1:1 does not answer/],
])("%s is refused in one sentence", async (_, address, sentence) => {
  const refused = checkDatabase(address());
  await expect(refused).rejects.toThrow(sentence);
  await expect(refused).rejects.toThrow(/^[^\n]+\.$/);
});
