import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Connection, connect } from "#db/client.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";

/** A pool of one, so that whoever comes next gets the very place of the connection that died. */
describe("a transaction whose connection dies", () => {
  let desk: TestDatabase;
  let one: Connection;
  beforeAll(async () => {
    desk = await createTestDatabase();
    await desk.sql`create table ledger (who text)`;
  });
  afterAll(() => desk.drop());
  beforeEach(async () => {
    await desk.sql`delete from ledger`;
    one = connect(desk.url, { name: "one", max: 1 });
    return () => one.close();
  });

  const write = (db: Connection["db"], who: string) => db.execute(sql`insert into ledger values (${who})`);
  const kill = () =>
    desk.sql`select pg_terminate_backend(pid) from pg_stat_activity
             where application_name = 'one' and datname = current_database()`;
  const left = async () => (await desk.sql`select who from ledger order by who`).map((row) => row.who);

  /** Until it is done: the first tries still meet the connection that died. */
  async function serve(work: () => Promise<unknown>): Promise<void> {
    for (;;) {
      try {
        await work();
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }

  function gate() {
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    return { open: () => open(), opened };
  }

  test("leaves nothing behind, whatever it goes on to do", async () => {
    const [begun, goOn] = [gate(), gate()];
    const dying = one.db.transaction(async (tx) => {
      await write(tx, "before");
      begun.open();
      await goOn.opened;
      await write(tx, "after");
    });
    dying.catch(() => {});
    await begun.opened;
    await kill();
    // Where the dead one's place is given away, somebody else is served before it goes on; else after.
    const next = serve(() => write(one.db, "somebody else"));
    await Promise.race([next, new Promise((resolve) => setTimeout(resolve, 2_000))]);
    goOn.open();
    await expect(dying).rejects.toThrow();
    await next;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await left()).toEqual(["somebody else"]);
  });

  test("does not undo what the next one in its place does", async () => {
    const [begun, goOn, nextBegun, nextGoOn] = [gate(), gate(), gate(), gate()];
    const dying = one.db.transaction(async (tx) => {
      await write(tx, "before");
      begun.open();
      await goOn.opened;
      throw new Error("the caller gave up");
    });
    dying.catch(() => {});
    await begun.opened;
    await kill();
    const next = serve(() =>
      one.db.transaction(async (tx) => {
        await write(tx, "next, first half");
        nextBegun.open();
        await nextGoOn.opened;
        await write(tx, "next, second half");
      }),
    );
    await Promise.race([nextBegun.opened, new Promise((resolve) => setTimeout(resolve, 2_000))]);
    goOn.open();
    await expect(dying).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 200));
    nextGoOn.open();
    await next;
    expect(await left()).toEqual(["next, first half", "next, second half"]);
  });
});
