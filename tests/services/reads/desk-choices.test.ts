import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { customers, tickets } from "#db/schema/index.ts";
import { forgetTags, readDeskChoices } from "#lib/reads/desk-choices.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { aDesk, contextOn } from "#tests/support/factories.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await createTestDatabase();
  home = await aDesk(desk);
});
afterAll(() => desk.drop());

test("tags are looked up once a minute, and at once after somebody gave one", async () => {
  const noon = Date.parse("2026-11-22T03:00:00Z");
  const [customer] = await desk.db.insert(customers).values({ name: "Mina Kim" }).returning();
  const [ticket] = await desk.db
    .insert(tickets)
    .values({
      subject: "Where is it?",
      channel: "email",
      customerId: customer!.id,
      queueId: home.queue.id,
      lastMessageAt: new Date(noon),
      updatedAt: new Date(noon),
    })
    .returning();
  const tag = (name: string) =>
    desk.db
      .update(tickets)
      .set({ tags: [name] })
      .where(eq(tickets.id, ticket!.id));
  const at = (seconds: number) =>
    contextOn(desk, { actor: home.agent.actor, now: new Date(noon + seconds * 1_000) });

  await tag("first");
  expect((await readDeskChoices(at(0))).tags).toEqual(["first"]);
  await tag("second");
  expect((await readDeskChoices(at(59))).tags).toEqual(["first"]);
  expect((await readDeskChoices(at(61))).tags).toEqual(["second"]);
  await tag("third");
  forgetTags(at(62));
  expect((await readDeskChoices(at(62))).tags).toEqual(["third"]);
});
