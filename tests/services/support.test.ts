import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { migrateDatabase } from "#bin/migrate.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";

describe("a test database", () => {
  let desk: TestDatabase;
  beforeAll(async () => {
    desk = await createTestDatabase();
  });
  afterAll(() => desk.drop());

  test("knows Korean trigrams", async () => {
    const [row] = await desk.sql`select show_trgm('환불') as trigrams`;
    expect(row?.trigrams).toHaveLength(3);
  });

  test("has the queue's tables", async () => {
    const [row] = await desk.sql`select to_regclass('bullmq.job') is not null as there`;
    expect(row).toEqual({ there: true });
  });

  test("is migrated, so migrating again applies nothing, from two processes at once", async () => {
    expect(await Promise.all([migrateDatabase(desk.url), migrateDatabase(desk.url)])).toEqual([0, 0]);
  });

  test("is cleared although the ledgers are append-only", async () => {
    await expect(desk.clear()).resolves.toBeUndefined();
  });
});
