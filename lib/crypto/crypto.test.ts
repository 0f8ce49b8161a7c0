import { expect, test } from "vitest";
import { customerLinkToken, readCustomerLinkToken } from "./customer-link.ts";
import { inTurn, TooManyWaiting } from "./in-turn.ts";
import { hashPassword, needsRehash, verifyPassword } from "./passwords.ts";

const secret = "k".repeat(32);
const now = new Date("2026-11-22T00:00:00Z");
const link = { ticketId: "019309a0-1111-7222-8333-444455556666", linkVersion: 3 };
const days = (n: number) => new Date(now.getTime() + n * 86_400_000);

test("a customer's link reads back, until it expires", () => {
  const token = customerLinkToken(secret, link, now);
  expect(readCustomerLinkToken(secret, token, days(89))).toEqual(link);
  expect(readCustomerLinkToken(secret, token, days(91))).toBeNull();
});

test("S02 S26 no changed, shortened, respelled or foreign token opens a ticket", () => {
  const token = customerLinkToken(secret, link, now);
  const changed = [...token].map(
    (char, at) => token.slice(0, at) + (char === "A" ? "B" : "A") + token.slice(at + 1),
  );
  const others = [
    "",
    token.slice(1),
    `${token}=`,
    `${token}A`,
    ` ${token}`,
    token.replaceAll("-", "+").replaceAll("_", "/"),
    customerLinkToken("other secret of the same length!", link, now),
  ].filter((other) => other !== token);
  expect([...changed, ...others].filter((bad) => readCustomerLinkToken(secret, bad, now) !== null)).toEqual(
    [],
  );
});

test("a password fits its own hash only", async () => {
  const stored = await hashPassword("맞는 비밀번호 1");
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(needsRehash(stored)).toBe(false);
  expect(await verifyPassword("맞는 비밀번호 1", stored)).toBe(true);
  expect(await verifyPassword("맞는 비밀번호 2", stored)).toBe(false);
  expect(await verifyPassword("맞는 비밀번호 1", null)).toBe(false);
  expect(await verifyPassword("", "")).toBe(false);
});

test("work runs a few at a time, the next waits, the rest is refused", async () => {
  const turn = inTurn({ atOnce: 2, waiting: 1 });
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise((done) => setImmediate(done));
    running -= 1;
  };
  const outcomes = await Promise.allSettled([turn(work), turn(work), turn(work), turn(work)]);
  expect(most).toBe(2);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "fulfilled", "rejected"]);
  expect((outcomes[3] as PromiseRejectedResult).reason).toBeInstanceOf(TooManyWaiting);
  await turn(work);
});
