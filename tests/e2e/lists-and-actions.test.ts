// One file, although long: the journeys share one desk, which takes half a minute to start.
import AxeBuilder from "@axe-core/playwright";
import { eq, like } from "drizzle-orm";
import { createTransport } from "nodemailer";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agents, customers, outboundEmails, savedViews, tickets } from "#db/schema/index.ts";
import { changeCustomer } from "#lib/services/customers/change-customer.ts";
import { createAgent } from "#lib/services/people/create-agent.ts";
import { createTicketField } from "#lib/services/settings/ticket-fields.ts";
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
const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function openAs(locale: "en" | "ko", options: object) {
  const page = await openPage(browser, { locale: locale === "ko" ? "ko-KR" : "en-US", ...options });
  await signIn(page, desk.url, people[locale]);
  return page;
}

async function aTicket(email: string, subject: string, language = "en"): Promise<number> {
  const answer = await desk.api("/api/v1/tickets", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ customer: { email }, subject, body: `${subject}, please.`, language }),
  });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { number: number }).number;
}
async function change(number: number, to: object): Promise<void> {
  const headers = { "content-type": "application/json" };
  const answer = await desk.api(`/api/v1/tickets/${number}`, {
    method: "PATCH",
    headers,
    body: JSON.stringify(to),
  });
  expect(answer.status).toBe(200);
}
const ticketNow = async (number: number) =>
  (await (await desk.api(`/api/v1/tickets/${number}`)).json()) as Record<string, unknown>;
const patient = { timeout: 25_000 };
const mail = (from: string, to: string, subject: string, text: string) =>
  createTransport({ ...desk.smtp, ignoreTLS: true }).sendMail({ from, to, subject, text });

async function expectCalm(page: Page & { complaints: string[] }) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(" ")}`)).toEqual([]);
  expect(page.complaints).toEqual([]);
}

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);

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
    where: Page = page,
  ): Promise<void> {
    const there = () => what.waitFor({ state, timeout: 1_000 });
    for (let tries = 0; tries < 20; tries++) {
      await where.keyboard.press(key);
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
    await expect.poll(() => rows().count()).toBe(1);
    expect(await page.locator("mark").first().textContent()).toBe("환불");
  });

  test("a list keeps its place, and a row under the pointer stays there when another comes", async () => {
    await openList("");
    const target = rows().filter({ hasText: "Parcel number 12" });
    await target.scrollIntoViewIfNeeded();
    await target.hover();
    const before = await topOf("Parcel number 12");
    const another = async (subject: string) => {
      await arrives(subject, "It came while you looked.");
      await rows()
        .filter({ hasText: subject })
        .waitFor({ state: "attached", ...patient });
    };
    const moved = async () => Math.abs((await topOf("Parcel number 12")) - before);
    await another("Something new 991");
    expect(await moved()).toBeLessThan(2);
    await target.getByRole("link").click();
    await page.waitForURL(/tickets/);
    expect(await moved()).toBeLessThan(2);
    await another("Something new 992");
    expect(await moved()).toBeLessThan(2);

    await pressUntil("/", "visible", page.locator("input:focus"));
    await page.keyboard.type("parcel");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=parcel/);
    await rows().filter({ hasText: "Something new" }).first().waitFor({ state: "detached" });
    await page.goBack();
    await page.waitForURL(/tickets/);
    await rows().filter({ hasText: "Something new" }).first().waitFor({ state: "attached" });
    await expect.poll(moved, patient).toBeLessThan(2);
  });

  test("after the ticket that was solved comes the one below it, and a key reaches one that no list shows", async () => {
    await openList("");
    const parcels = rows().filter({ hasText: "Parcel number" });
    const numbers = await parcels.evaluateAll((all) => all.map((row) => row.getAttribute("data-row")));
    const [solved, next] = numbers.slice(3);
    await parcels.nth(3).getByRole("link").click();
    await page.locator(`[data-ticket="${solved}"]`).waitFor(patient);
    await page.keyboard.press("e");
    await page.locator(`[data-row="${solved}"]`).waitFor({ state: "detached", ...patient });
    await page.keyboard.press("j");
    await page.waitForURL(`**/tickets/${next}*`);

    await page.goto(`${desk.url}/tickets/${next}?view=spam`);
    await pressUntil("h", "visible");
    await pressUntil("Escape", "detached");
  });

  test("a view is built, kept for oneself, filtered on, sorted, kept again and shared", async () => {
    for (const subject of ["급한 문의 하나", "급한 문의 둘"])
      await change(await aTicket("park@customer.test", subject), { priority: "urgent" });
    const own = await openAs("ko", wide);
    const list = own.getByRole("list", { name: "티켓 목록" }).getByRole("listitem");
    const subjects = async () =>
      (await list.allTextContents()).map((row) => /급한 문의 (하나|둘)/.exec(row)?.[0]);
    const link = (page: Page, name: string) =>
      page.getByRole("navigation", { name }).getByRole("link", { name: /^급한 것/ });
    const kept = async () => (await desk.database.db.select().from(savedViews))[0];

    await pressUntil("v", "visible", own.getByRole("dialog"), own);
    const builder = own.getByRole("dialog");
    await builder.getByLabel("이름", { exact: true }).fill("급한 것");
    await builder.getByLabel("우선순위", { exact: true }).first().selectOption({ label: "긴급" });
    await builder.getByLabel("정렬").selectOption({ label: "오래된 순" });
    await builder.getByRole("button", { name: "저장", exact: true }).click();
    await own.waitForURL(/saved=/);
    await expect.poll(subjects, patient).toEqual(["급한 문의 하나", "급한 문의 둘"]);
    await expect.poll(() => link(own, "데스크").getAttribute("aria-current"), patient).toBe("page");
    const { id: dahye } = (await desk.database.db.select().from(agents).where(eq(agents.name, "다혜")))[0]!;
    expect(await kept()).toMatchObject({
      agentId: dahye,
      name: "급한 것",
      filter: { priority: "urgent", sort: "oldest" },
    });

    await own.getByRole("button", { name: "필터", exact: true }).click();
    await own.getByLabel("상태", { exact: true }).selectOption({ label: "전체" });
    await own.waitForURL(/status=all/);
    await own.keyboard.press("Escape");
    await own.getByRole("button", { name: "정렬", exact: true }).click();
    await own.getByRole("menuitemradio", { name: "최신순" }).click();
    await expect.poll(subjects, patient).toEqual(["급한 문의 둘", "급한 문의 하나"]);
    await own.getByText("이 목록은 저장된 보기와 달라졌어요: 급한 것").waitFor();
    await own.getByRole("button", { name: "변경 내용 저장" }).click();
    await own.getByRole("button", { name: "변경 내용 저장" }).waitFor({ state: "detached", ...patient });
    expect((await kept())?.filter).toMatchObject({ priority: "urgent", status: "all" });
    expect((await kept())?.filter.sort ?? "newest").toBe("newest");

    await openList("");
    expect(await link(page, "Desk").count()).toBe(0);
    await own.keyboard.press("v");
    await builder.getByLabel("모두에게 보이기").check();
    await builder.getByRole("button", { name: "저장", exact: true }).click();
    await builder.waitFor({ state: "detached", ...patient });
    await expect.poll(async () => (await kept())?.agentId, patient).toBeNull();
    await openList("");
    await link(page, "Desk").click();
    await expect.poll(() => rows().count(), patient).toBe(2);
    await rows().filter({ hasText: "급한 문의 둘" }).waitFor();
    expect(own.complaints).toEqual([]);
    await own.context().close();
  });

  test("a whole list is solved at once, which is seen to go on, and is taken back by one key", async () => {
    const states = async () => {
      const all = await desk.database.db
        .select()
        .from(tickets)
        .where(like(tickets.subject, "Crate number %"));
      return [...new Set(all.map(({ status }) => status))];
    };
    for (let n = 0; n < 12; n++) await arrives(`Crate number ${n}`, "Where is it?");
    await openList("?q=crate");
    await expect.poll(() => rows().count(), patient).toBe(12);
    await rows().first().hover();
    await rows().first().getByRole("checkbox").check();
    const bar = page.getByRole("toolbar");
    await bar.getByRole("button", { name: "Select all of the list" }).click();
    const solve = bar.getByRole("button", { name: "Solve" });
    await page.context().setOffline(true);
    await solve.click();
    await page.getByText("That did not work.").waitFor();
    await page.context().setOffline(false);
    const strip = page.getByRole("status").filter({ hasText: /Changing: \d+ of 12|12 tickets changed/ });
    await solve.click();
    await strip.waitFor(patient);
    await page.getByText("12 tickets changed.").waitFor(patient);
    expect(await states()).toEqual(["solved"]);
    await page.keyboard.press("z");
    await page.getByText("12 tickets are as they were.").waitFor(patient);
    // What somebody has had in hand is not new any more.
    expect(await states()).toEqual(["open"]);
    await expect.poll(() => rows().count(), patient).toBe(12);
    expect(page.complaints.filter((one) => !one.includes("ERR_INTERNET_DISCONNECTED"))).toEqual([]);
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

  test("what somebody writes beside a ticket stays theirs when a colleague is quicker, and the focus where it is", async () => {
    const colours = ["red", "blue"].map((key) => ({ key, name: { en: key, ko: key } }));
    const name = { en: "Colour", ko: "색" };
    await createTicketField(desk.context(), { key: "colour", name, kind: "choice", choices: colours });
    const number = await aTicket("lee@customer.test", "Tent 5519");
    const customer = async () =>
      (await desk.database.db.select().from(customers)).find((one) => one.id === ticket!.customerId)!;
    const [ticket] = await desk.database.db.select().from(tickets).where(eq(tickets.number, number));
    const page = await openAs("en", wide);
    await page.getByRole("listitem").filter({ hasText: "Tent 5519" }).getByRole("link").click();
    await page.getByRole("button", { name: "Add a note about this customer" }).click();
    const notes = page.getByRole("textbox", { name: "Notes" });
    await page.keyboard.type("Likes to be");
    const theirs = { customerId: ticket!.customerId, notes: "Writes from Jeju." };
    await changeCustomer(desk.context(), theirs);
    await page.getByRole("alert").getByText("Writes from Jeju.").waitFor(patient);
    await page.keyboard.type(" called.");
    await page.getByRole("button", { name: "Put both together" }).click();
    await page.keyboard.press("Control+Enter");
    await notes.waitFor({ state: "detached", ...patient });
    expect((await customer()).notes).toBe("Likes to be called.\n\nWrites from Jeju.");

    const colour = page.getByLabel("Colour");
    await colour.focus();
    for (const key of ["red", "blue"]) {
      await page.keyboard.press("ArrowDown");
      await expect.poll(async () => (await ticketNow(number)).fields, patient).toMatchObject({ colour: key });
    }
    await expectCalm(page);
    await page.context().close();
  });

  test("the whole job on a phone, by touch: from the list to a ticket, an answer, a status, and back", async () => {
    const number = await aTicket("phone@customer.test", "텐트 4410", "ko");
    const page = await openAs("ko", phone);
    const still = async () => expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.goto(`${desk.url}/inbox?view=team`);
    await still();
    await page.getByRole("link").filter({ hasText: "텐트 4410" }).first().tap();
    await page.waitForURL(`**/tickets/${number}**`);
    await still();

    await page.getByRole("textbox", { name: /답장/ }).tap();
    await page.keyboard.type("사진을 보내 주세요.");
    await page.getByRole("button", { name: /^보내고/ }).tap();
    await page.getByText("답장을 보냈어요.").first().waitFor(patient);
    const sent = async () =>
      (await desk.database.db.select().from(outboundEmails)).find(({ body }) =>
        body.includes("사진을 보내 주세요."),
      )?.state;
    await expect.poll(sent, patient).toBe("sent");
    await expect.poll(async () => (await ticketNow(number)).status, patient).toBe("pending");
    await still();

    await page.getByRole("button", { name: /^상태/ }).tap();
    await page.getByRole("menuitemradio", { name: "해결" }).tap();
    await expect.poll(async () => (await ticketNow(number)).status, patient).toBe("solved");
    await still();
    await expectCalm(page);
    await page.getByRole("link", { name: "목록으로" }).tap();
    await page.waitForURL("**/inbox**");
    await page.getByRole("list", { name: "티켓 목록" }).waitFor();
    await still();
    await expect.poll(() => page.getByRole("link").filter({ hasText: "텐트 4410" }).count()).toBe(0);
    await page.context().close();
  });
});
