import AxeBuilder from "@axe-core/playwright";
import { eq } from "drizzle-orm";
import { createTransport } from "nodemailer";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agents, outboundEmails } from "#db/schema/index.ts";
import { createAgent } from "#lib/services/people/create-agent.ts";
import { createTicket } from "#lib/services/tickets/create-ticket.ts";
import { browserMissing, launchBrowser, openPage, signIn, type WatchedPage } from "#tests/support/browser.ts";
import { startDesk, type TestDesk } from "#tests/support/desk.ts";

const missing = browserMissing();
const password = "a fine long password 42";
const people = {
  en: { email: "mina@desk.test", name: "Mina", locale: "en", role: "manager", password },
  ko: { email: "dahye@desk.test", name: "다혜", locale: "ko", role: "manager", password },
} as const;

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  if (missing) return;
  desk = await startDesk();
  for (const person of Object.values(people)) await createAgent(desk.context(), person);
  await desk.database.db.update(agents).set({ availability: "online", calendarId: null });
  for (let n = 0; n < 30; n++) await arrives(`Parcel number ${n}`, "Where is it?");
  await arrives("문의", "환불요청 드립니다");
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

const wide = { viewport: { width: 1440, height: 900 } };

async function openAs(locale: "en" | "ko", options: object) {
  const page = await openPage(browser, { locale: locale === "ko" ? "ko-KR" : "en-US", ...options });
  await signIn(page, desk.url, people[locale]);
  return page;
}

async function aTicket(email: string, subject: string): Promise<number> {
  const answer = await desk.api("/api/v1/tickets", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ customer: { email }, subject, body: `${subject}, please.`, language: "en" }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { number: number }).number;
}
const patient = { timeout: 25_000 };
const mail = (from: string, to: string, subject: string, text: string) =>
  createTransport({ ...desk.smtp, ignoreTLS: true }).sendMail({ from, to, subject, text });

async function expectCalm(page: Page & { complaints: string[] }) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(" ")}`)).toEqual([]);
  expect(page.complaints).toEqual([]);
}

const arrives = (subject: string, body: string) =>
  createTicket(desk.context(), { subject, body, customer: { email: "kim@customer.test", name: "Kim" } });

describe.skipIf(missing)("the lists", () => {
  let page: WatchedPage;
  beforeAll(async () => {
    page = await openAs("en", { viewport: { width: 1440, height: 700 } });
  });
  afterAll(() => page.context().close());
  /** Opens a list and waits until it listens to keys: one that comes before does nothing. */
  async function openList(query: string): Promise<void> {
    await page.goto(`${desk.url}/inbox${query}`);
    await pressUntil("?", "visible");
    await pressUntil("Escape", "detached");
  }
  async function pressUntil(
    key: string,
    state: "visible" | "detached",
    what = page.getByRole("dialog"),
  ): Promise<void> {
    const there = () => what.waitFor({ state, timeout: 1_000 });
    for (let tries = 0; tries < 20; tries++) {
      await page.keyboard.press(key);
      if (
        await there().then(
          () => true,
          () => false,
        )
      )
        return;
    }
    throw new Error(`${key} does nothing.`);
  }
  const rows = () => page.getByRole("list", { name: "Tickets" }).getByRole("listitem");
  const topOf = async (text: string) => (await rows().filter({ hasText: text }).boundingBox())!.y;

  test("a search in Korean finds the compound and marks the word", async () => {
    await openList("");
    // The list listens later than what stands around it.
    await pressUntil("/", "visible", page.locator("input:focus"));
    await page.keyboard.type("환불을");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=/);
    await rows().filter({ hasText: "환불요청" }).waitFor();
    expect(await rows().count()).toBe(1);
    expect(await page.locator("mark").first().textContent()).toBe("환불");
  });

  test("a list keeps its place, and a row under the pointer stays there when another comes", async () => {
    await openList("");
    const target = rows().filter({ hasText: "Parcel number 12" });
    await target.scrollIntoViewIfNeeded();
    await target.hover();
    const before = await topOf("Parcel number 12");
    await arrives("Something new 991", "It came while you looked.");
    await rows()
      .filter({ hasText: "Something new 991" })
      .waitFor({ state: "attached", ...patient });
    expect(Math.abs((await topOf("Parcel number 12")) - before)).toBeLessThan(2);
    await target.getByRole("link").click();
    await page.waitForURL(/tickets/);
    expect(Math.abs((await topOf("Parcel number 12")) - before)).toBeLessThan(2);
  });
});

describe.skipIf(missing)("on a ticket", () => {
  test("one answer to a problem reaches three customers, each once, and solving it is offered", async () => {
    const problem = await aTicket("ops@customer.test", "The app is down");
    const customers = ["ana", "ben", "cho"].map((name) => `${name}@incident.test`);
    for (const email of customers) {
      const number = await aTicket(email, `No sign-in for ${email}`);
      const body = JSON.stringify({ number: problem, as: "incident_of" });
      const headers = { "content-type": "application/json" };
      await desk.api(`/api/v1/tickets/${number}/links`, { method: "POST", headers, body });
    }
    const page = await openAs("en", wide);
    await page.goto(`${desk.url}/tickets/${problem}`);
    await page.getByRole("button", { name: "Answer all incidents" }).click();
    await page.getByLabel("Your answer").fill("Signing in works again.");
    await page.getByRole("button", { name: "Send to 3 incidents" }).click();
    await page.getByText("3 incidents were answered.").waitFor(patient);

    const sent = async () =>
      (await desk.database.db.select().from(outboundEmails))
        .filter(({ body }) => body.startsWith("Signing in works again."))
        .flatMap(({ to, state }) => to.map(({ address }) => `${address} ${state}`))
        .sort();
    await expect.poll(sent, patient).toEqual(customers.map((address) => `${address} sent`));
    await expectCalm(page);
    await page.context().close();
  });

  test("a courier's answer comes back on the side and never onto the ticket", async () => {
    const number = await aTicket("sora@customer.test", "Parcel 8812");
    const page = await openAs("ko", wide);
    await page.goto(`${desk.url}/tickets/${number}`);
    await page.getByRole("button", { name: "새 별도 대화" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("받는 사람").fill("depot@courier.test");
    await dialog.getByLabel("내용").fill("8812 어디에 있나요?");
    await dialog.getByRole("button", { name: "보내기" }).click();
    const sent = async () =>
      (await desk.database.db.select().from(outboundEmails).where(eq(outboundEmails.kind, "side"))).find(
        ({ body, state }) => body.startsWith("8812") && state === "sent",
      );
    await expect.poll(sent, patient).toBeDefined();
    const { replyTo } = (await sent())!;
    await mail("Depot <depot@courier.test>", replyTo, "Re: Parcel 8812", "Code 5567, it leaves today.");

    await page.getByText("새 답장").waitFor(patient);
    await page.getByRole("button", { name: /Parcel 8812.*depot/s }).click();
    await page.getByRole("dialog").getByText("Code 5567").waitFor();
    await expectCalm(page);
    const messages = await (await desk.api(`/api/v1/tickets/${number}/messages`)).text();
    expect(messages).not.toContain("5567");
    await page.context().close();
  });

  test("a blocked sender makes no ticket until unblocked, and the ledger says why", async () => {
    const from = "noise@elsewhere.test";
    const number = await aTicket(from, "Buy now");
    const page = await openAs("en", wide);
    await page.goto(`${desk.url}/tickets/${number}`);
    await page.getByRole("button", { name: "More actions" }).click();
    await page.getByRole("menuitem", { name: "Block this sender" }).click();
    await page.getByText("This sender is blocked").waitFor(patient);
    const stateOf = async (messageId: string) => {
      const rows = (await (await desk.api("/api/v1/inbound?limit=50")).json()) as {
        data: { messageId: string; state: string; reason: string }[];
      };
      const row = rows.data.find((one) => `<${one.messageId}>` === messageId);
      return row && [row.state, row.reason];
    };
    const first = await mail(from, "support@desk.test", "Buy again", "Buy!");
    await expect.poll(() => stateOf(first.messageId), patient).toEqual(["ignored", "blocked_sender"]);

    await page.getByRole("button", { name: "Unblock this sender" }).click();
    await page.getByText("This sender is blocked").waitFor({ state: "detached", ...patient });
    const second = await mail(from, "support@desk.test", "Buy once more", "Buy!");
    await expect.poll(() => stateOf(second.messageId), patient).toEqual(["delivered", "new_ticket"]);
    await page.context().close();
  });
});
