import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { eq } from "drizzle-orm";
import { createTransport } from "nodemailer";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agents, drafts, messages, tickets } from "#db/schema/index.ts";
import { createMacro } from "#lib/services/macros/write-macros.ts";
import { createAgent } from "#lib/services/people/create-agent.ts";
import { beginReply, browserMissing, launchBrowser, openPage, signIn } from "#tests/support/browser.ts";
import { startDesk, type TestDesk } from "#tests/support/desk.ts";

const missing = browserMissing();
const password = "a fine long password 42";
const mina = { email: "mina@desk.test", name: "Mina", locale: "en", role: "agent", password } as const;
const dahye = { email: "dahye@desk.test", name: "다혜", locale: "ko", role: "agent", password } as const;

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  if (missing) return;
  desk = await startDesk();
  for (const person of [mina, dahye]) await createAgent(desk.context(), person);
  await desk.database.db.update(agents).set({ availability: "online", calendarId: null });
  await createMacro(desk.context(), {
    name: { en: "Refund started", ko: "환불 시작" },
    body: { en: "Dear {{customer.name}},", ko: "{{customer.name}}님, 환불을 시작했어요." },
    actions: { status: "solved", addTags: ["refund"] },
  });
  browser = await launchBrowser();
}, 400_000);
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

const db = () => desk.database.db;
const mail = (from: string, subject: string, text: string, more = {}) =>
  createTransport({ ...desk.smtp, ignoreTLS: true }).sendMail({
    from,
    to: "support@desk.test",
    subject,
    text,
    ...more,
  });

async function aTicket(from: string, subject: string, text: string) {
  const { messageId } = await mail(from, subject, text);
  const found = async () =>
    (
      await db()
        .select()
        .from(messages)
        .where(eq(messages.messageId, messageId.slice(1, -1)))
    )[0];
  await expect.poll(found, { timeout: 30_000 }).toBeDefined();
  const [ticket] = await db()
    .select()
    .from(tickets)
    .where(eq(tickets.id, (await found())!.ticketId));
  return { ...ticket!, messageId };
}

async function openTicket(page: Page, person: typeof mina | typeof dahye, number: number) {
  await signIn(page, desk.url, person);
  await page.goto(`${desk.url}/tickets/${number}`);
  await aboutToWrite(page);
}

/** The rich editor comes when somebody is about to write. */
async function aboutToWrite(page: Page) {
  await page.getByRole("toolbar").hover();
  await field(page).waitFor({ timeout: 20_000 });
}

/** The rich editor, once it has taken the plain field's place. */
const field = (page: Page) => page.locator(".writing[role=textbox]");

function sentMails(): string[] {
  const folder = join(desk.dataDir, "mail-out");
  if (!existsSync(folder)) return [];
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), "utf8"));
}

describe.skipIf(missing)("writing", () => {
  test("two people at one ticket see each other, and an answer that overtook another is stopped", async () => {
    const ticket = await aTicket("Ana <ana@customer.test>", "Pole 1207", "Pole 1207 broke.");
    const one = await openPage(browser);
    const two = await openPage(browser, { locale: "ko-KR" });
    // Her screen hears nothing by itself, as behind a bad network: she cannot have seen what comes.
    await two.route(/\/api\/live/, (route) => route.abort());
    await openTicket(one, mina, ticket.number);
    await openTicket(two, dahye, ticket.number);
    await one.getByText("Also here: 다혜").waitFor();

    await field(two).click();
    await two.keyboard.type("곧 새 폴대를 보내 드릴게요.");
    await one.getByText("다혜 is writing a reply…").waitFor();
    await two.getByText("초안을 저장했어요").waitFor();
    await one.getByRole("button", { name: "Read", exact: true }).click();
    await one.getByText("곧 새 폴대를 보내 드릴게요.").waitFor();

    await field(one).click();
    await one.keyboard.type("Send us a photo of pole 1207.");
    await one.keyboard.press("Control+Enter");
    await expect
      .poll(() => replies(ticket.id), { timeout: 20_000 })
      .toContain("Send us a photo of pole 1207.");

    await two.keyboard.press("Control+Enter");
    const alert = two.getByRole("alert").filter({ hasText: "보내지 않았어요" });
    await alert.getByText("Send us a photo of pole 1207.").waitFor();
    expect(await field(two).textContent()).toBe("곧 새 폴대를 보내 드릴게요.");
    expect(await replies(ticket.id)).not.toContain("곧 새 폴대를 보내 드릴게요.");
    await two.getByRole("button", { name: "그래도 보내기" }).click();
    await expect.poll(() => replies(ticket.id), { timeout: 20_000 }).toContain("곧 새 폴대를 보내 드릴게요.");

    await two.context().close();
    await one.getByText("Also here").waitFor({ state: "detached" });
    expect(one.complaints).toEqual([]);
    await one.context().close();
  });

  test("a network that is cut loses no words and no messages", async () => {
    const ticket = await aTicket("Sora <sora@customer.test>", "Tent 3310", "Tent 3310 leaks.");
    const page = await openPage(browser);
    await openTicket(page, mina, ticket.number);
    await page.context().setOffline(true);
    await field(page).click();
    await page.keyboard.type("We will look into tent 3310.");
    await page.getByText("The draft is not saved yet.").waitFor();
    await mail("Sora <sora@customer.test>", "Re: Tent 3310", "It leaks at the door of 3310.", {
      inReplyTo: ticket.messageId,
      references: ticket.messageId,
    });
    await expect
      .poll(() => replies(ticket.id), { timeout: 30_000 })
      .toContain("It leaks at the door of 3310.");
    await page.context().setOffline(false);
    await page.getByText("It leaks at the door of 3310.").first().waitFor();
    await expect.poll(() => draftOf(ticket.id), { timeout: 20_000 }).toBe("We will look into tent 3310.");
    expect(await field(page).textContent()).toBe("We will look into tent 3310.");

    // And a window that dies while it is offline: its words are there when the next one opens.
    await page.context().setOffline(true);
    await page.keyboard.type(" Tomorrow.");
    await page.getByText("The draft is not saved yet.").waitFor();
    await page.evaluate(() => window.dispatchEvent(new Event("pagehide")));
    const next = await page.context().newPage();
    await page.close();
    await next.context().setOffline(false);
    await next.goto(`${desk.url}/tickets/${ticket.number}`);
    await aboutToWrite(next);
    await expect
      .poll(() => field(next).textContent(), { timeout: 20_000 })
      .toBe("We will look into tent 3310. Tomorrow.");
    await next.context().close();
  });

  test("no key is lost while the editor comes, not even in the middle of a syllable", async () => {
    const ticket = await aTicket("Noor <noor@customer.test>", "Lamp 5120", "Lamp 5120 flickers.");
    const page = await openPage(browser);
    await signIn(page, desk.url, mina);
    await page.goto(`${desk.url}/tickets/${ticket.number}`, { waitUntil: "networkidle" });
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await page.route("**/_next/static/chunks/**", async (route) => {
      await held;
      await route.continue();
    });
    const asked = page.waitForRequest("**/_next/static/chunks/**");
    await beginReply(page);
    await asked;
    await page.keyboard.type("Hello ");
    const keyboard = await page.context().newCDPSession(page);
    await keyboard.send("Input.imeSetComposition", { text: "하", selectionStart: 1, selectionEnd: 1 });
    const come = page.waitForResponse("**/_next/static/chunks/**").then((answer) => answer.finished());
    release();
    await come;
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    await keyboard.send("Input.imeSetComposition", { text: "한", selectionStart: 1, selectionEnd: 1 });
    await keyboard.send("Input.insertText", { text: "한" });
    await page.keyboard.type("!");
    await field(page).waitFor();
    await page.keyboard.type("?");
    expect(await field(page).textContent()).toBe("Hello 한!?");
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  test("by keyboard alone, in Korean: a macro, a list, and the ticket is solved", async () => {
    const ticket = await aTicket(
      '"김소라" <kim@customer.test>',
      "환불 8841",
      "8841 환불해 주세요. 물건이 망가졌어요.",
    );
    await expect.poll(async () => (await ticketRow(ticket.id))?.language, { timeout: 30_000 }).toBe("ko");
    const page = await openPage(browser, { locale: "ko-KR" });
    await openTicket(page, dahye, ticket.number);
    await page.keyboard.press("r");
    await expect
      .poll(() => field(page).evaluate((one) => one === document.activeElement), { timeout: 10_000 })
      .toBe(true);
    await page.keyboard.press("/");
    await page.getByRole("combobox", { name: "매크로 찾기" }).waitFor();
    await page.getByRole("option", { name: /환불 시작/ }).waitFor();
    await page.keyboard.type("환불");
    await page.keyboard.press("Enter");
    await expect
      .poll(() => field(page).textContent(), { timeout: 20_000 })
      .toBe("김소라님, 환불을 시작했어요.");
    await page.keyboard.press("Enter");
    await page.keyboard.type("- 영수증");
    await page.keyboard.press("Enter");
    await page.keyboard.type("사진");
    await page.keyboard.press("Control+Enter");
    await expect
      .poll(() => replies(ticket.id), { timeout: 20_000 })
      .toContain("김소라님, 환불을 시작했어요.\n- 영수증\n- 사진");
    expect(await ticketRow(ticket.id)).toMatchObject({ status: "solved", tags: ["refund"] });
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  test("a picture that is pasted leaves inside the mail, and nothing serious is wrong with the page", async () => {
    const ticket = await aTicket(
      "Liam <liam@customer.test>",
      "Where 6120",
      "Where do I find the label of 6120?",
    );
    const page = await openPage(browser);
    await openTicket(page, mina, ticket.number);
    await field(page).click();
    await page.keyboard.type("Here it is: ");
    await field(page).evaluate((element, base64) => {
      const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], "label.png", { type: "image/png" }));
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    }, onePixel);
    await field(page).locator("img[data-file]").waitFor();
    await expect
      .poll(
        () =>
          field(page)
            .locator("img[data-file]")
            .evaluate((img: HTMLImageElement) => img.naturalWidth),
        { timeout: 10_000 },
      )
      .toBe(1);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.filter(({ impact }) => impact === "serious" || impact === "critical")).toEqual([]);
    await page.keyboard.press("Control+Enter");
    const sent = () => sentMails().find((file) => file.includes("Here it is:"));
    await expect.poll(sent, { timeout: 30_000 }).toBeDefined();
    const cid = /src=3D"cid:([^"]+)"/.exec(sent()!.replace(/=\r\n/g, ""))?.[1];
    expect(cid).toBeTruthy();
    expect(sent()).toMatch(/Content-Type: multipart\/related/i);
    expect(sent()).toContain(
      `Content-Id: <${cid}>`.replace("Id", sent()!.includes("Content-ID") ? "ID" : "Id"),
    );
    expect(sent()!.replace(/\r\n/g, "")).toContain(onePixel.slice(0, 60));
    await page.context().close();
  });
});

const onePixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const ticketRow = async (id: string) => (await db().select().from(tickets).where(eq(tickets.id, id)))[0];
const replies = async (ticketId: string) =>
  (await db().select().from(messages).where(eq(messages.ticketId, ticketId))).map(({ body }) => body);
const draftOf = async (ticketId: string) =>
  (await db().select().from(drafts).where(eq(drafts.ticketId, ticketId))).find(
    ({ state, authorKind }) => state === "open" && authorKind === "agent",
  )?.body;
