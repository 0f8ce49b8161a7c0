import { eq } from "drizzle-orm";
import { afterAll, beforeEach, expect, test } from "vitest";
import { outboundEmails } from "#db/schema/index.ts";
import { readOnboarding } from "#lib/reads/onboarding.ts";
import { saveNoticePreferences } from "#lib/services/notices/save-notice-preferences.ts";
import { dismissFirstSteps, sendTestMail } from "#lib/services/people/first-steps.ts";
import { setAvailability } from "#lib/services/people/set-availability.ts";
import { createTestDatabase } from "#tests/support/database.ts";
import { aDesk, anAgent, contextOn } from "#tests/support/factories.ts";

const desk = await createTestDatabase();
afterAll(() => desk.drop());
beforeEach(() => desk.clear());

const done = async (ctx: Parameters<typeof readOnboarding>[0]) =>
  (await readOnboarding(ctx))?.steps.map((one) => [one.step, one.done]);

test("an administrator's first steps are ticked by what the desk holds, and go away when put away", async () => {
  await aDesk(desk);
  const admin = await anAgent(desk, { role: "admin", availability: "offline" });
  const ctx = contextOn(desk, { actor: admin.actor });
  // Two people are at the desk already.
  expect(await done(ctx)).toEqual([
    ["test_mail", false],
    ["mailbox", false],
    ["knowledge", true],
  ]);
  await Promise.all([sendTestMail(ctx), sendTestMail(ctx)]);
  const cause = eq(outboundEmails.causeId, `test_mail:${admin.id}`);
  expect(await desk.db.select().from(outboundEmails).where(cause)).toHaveLength(1);
  expect((await done(ctx))![0]).toEqual(["test_mail", false]);
  await desk.db.update(outboundEmails).set({ state: "sent" }).where(cause);
  expect((await done(ctx))![0]).toEqual(["test_mail", true]);
  await dismissFirstSteps(ctx);
  expect(await readOnboarding(ctx)).toBeNull();
});

test("an agent's are their own", async () => {
  await aDesk(desk);
  const agent = await anAgent(desk, { availability: "offline" });
  const ctx = contextOn(desk, { actor: agent.actor });
  expect(await done(ctx)).toEqual([
    ["online", false],
    ["notifications", false],
    ["first_reply", false],
  ]);
  await setAvailability(ctx, { availability: "online" });
  const never = { mail: [], digestAt: null, quietFrom: null, quietUntil: null, timeZone: "Asia/Seoul" };
  await saveNoticePreferences(ctx, never);
  expect(await done(ctx)).toEqual([
    ["online", true],
    ["notifications", true],
    ["first_reply", false],
  ]);
  await expect(sendTestMail(ctx)).rejects.toMatchObject({ kind: "forbidden" });
});
