// One file, although long: the journeys share one desk, which takes half a minute to start.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { eq } from "drizzle-orm";
import { createTransport } from "nodemailer";
import type { Browser, Page, Request, Route } from "playwright-core";
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

async function aTicket(from: string, subject: string, text: string, cc?: string) {
  const { messageId } = await mail(from, subject, text, { cc });
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

const interrupted = "The live connection is interrupted";
const notSaved = "The draft is not saved yet.";
const rememberWindow = (page: Page) => page.evaluate(() => Object.assign(window, { same: true }));
const isSameWindow = (page: Page) => page.evaluate(() => "same" in window);
const patient = { timeout: 20_000 };
const isRouterRead = (url: URL) => url.searchParams.has("_rsc");

/** The customer writes once more, and it has arrived. */
async function answers(ticket: Awaited<ReturnType<typeof aTicket>>, text: string): Promise<void> {
  await mail("Sora <sora@customer.test>", `Re: ${ticket.subject}`, text, {
    inReplyTo: ticket.messageId,
    references: ticket.messageId,
  });
  await expect.poll(() => replies(ticket.id), { timeout: 30_000 }).toContain(text);
}

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

  test("a ticket that was opened by a click keeps its page, and the caret in the words, while the desk goes on", async () => {
    const other = await aTicket("Iris <iris@customer.test>", "Pan 89", "Pan 89?");
    const ticket = await aTicket("Sora <sora@customer.test>", "Stove 88", "Stove 88 does not light.");
    const page = await openPage(browser);
    await signIn(page, desk.url, mina);
    await page.getByRole("listitem").filter({ hasText: "Stove 88" }).getByRole("link").click();
    await page.waitForURL(`**/tickets/${ticket.number}*`);
    await beginReply(page);
    await page.keyboard.type("Turn the valve ");
    await field(page).waitFor();
    await page.evaluate(() => {
      const caret = document.activeElement;
      const row = document.querySelector("[data-row]");
      Object.assign(window, { isKept: () => caret === document.activeElement && row?.isConnected });
    });
    await answers(ticket, "It hisses as well.");
    await page.getByText("It hisses as well.").first().waitFor();
    await page.keyboard.type("to the right.");
    expect(await page.evaluate("isKept()")).toBe(true);
    await expect.poll(() => field(page).textContent()).toBe("Turn the valve to the right.");

    // The browser's back shows the page as it was read: before these words, and before the customer's next ones.
    await page.getByRole("listitem").filter({ hasText: other.subject! }).getByRole("link").click();
    await page.getByRole("heading", { name: other.subject! }).waitFor();
    await expect.poll(() => draftOf(ticket.id), patient).toBe("Turn the valve to the right.");
    await page.route("**/api/live*", (route) => route.abort());
    await answers(ticket, "Now it smells, too.");
    await page.goBack();
    await page.locator(`[data-ticket="${ticket.number}"]`).waitFor();
    await expect.poll(() => field(page).textContent()).toBe("Turn the valve to the right.");
    await beginReply(page);
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" Twice.");
    await page.getByText("Now it smells, too.").first().waitFor();
    await expect.poll(() => draftOf(ticket.id), patient).toBe("Turn the valve to the right. Twice.");
    expect(await field(page).textContent()).toBe("Turn the valve to the right. Twice.");

    // What another window of hers sends is gone from this one, where the same words stood.
    await page.unroute("**/api/live*");
    const second = await page.context().newPage();
    await second.goto(`${desk.url}/tickets/${ticket.number}`);
    await aboutToWrite(second);
    await field(second).click();
    await second.keyboard.press("Control+Enter");
    await expect.poll(() => replies(ticket.id), patient).toContain("Turn the valve to the right. Twice.");
    await expect.poll(() => field(page).textContent(), patient).toBe("");
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  // A cut of some seconds: long enough that the stream breaks and has to be taken up again from what was heard last.
  test("a network that is cut loses no words, no messages and no press of a button", async () => {
    const ticket = await aTicket("Sora <sora@customer.test>", "Tent 3310", "Tent 3310 leaks.");
    const page = await openPage(browser);
    await openTicket(page, mina, ticket.number);
    await rememberWindow(page);
    const takenUp: string[] = [];
    page.on("request", (request) => takenUp.push(...resumesFrom(request)));
    await page.context().setOffline(true);
    await page.getByText(interrupted).waitFor();
    await field(page).click();
    await page.keyboard.type("We will look into tent 3310.");
    await page.getByText(notSaved).waitFor();
    await page.getByRole("button", { name: "Solve", exact: true }).click();
    const again = page.locator("button").filter({ hasText: "Try again" });
    await again.waitFor();
    await page.getByRole("button", { name: "Solve", exact: true }).waitFor();

    const said = ["It leaks at the door of 3310.", "And at the window of 3310."];
    for (const text of said) await answers(ticket, text);
    await page.context().setOffline(false);
    const thread = page.locator("article[data-ticket] article");
    for (const text of said) {
      await thread.filter({ hasText: text }).first().waitFor();
      expect(await thread.filter({ hasText: text }).count()).toBe(1);
    }
    await page.getByText(interrupted).waitFor({ state: "detached" });
    expect(takenUp.at(-1)).toMatch(/^\w+-\d+$/);
    await expect.poll(() => draftOf(ticket.id), { timeout: 20_000 }).toBe("We will look into tent 3310.");
    expect(await field(page).textContent()).toBe("We will look into tent 3310.");
    await again.click();
    await expect.poll(async () => (await ticketRow(ticket.id))?.status, { timeout: 20_000 }).toBe("solved");
    expect(await isSameWindow(page)).toBe(true);

    // And a window that dies while it is offline: its words are there when the next one opens.
    await page.context().setOffline(true);
    await field(page).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" Tomorrow.");
    await page.getByText(notSaved).waitFor();
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

  test("a cut in the middle of a refresh leaves the page, and a link pressed meanwhile is followed when it is over", async () => {
    const ticket = await aTicket("Iris <iris@customer.test>", "Stove 7702", "Stove 7702 smokes.");
    const [one, two] = [
      await aTicket("Jo <jo@customer.test>", "Mat 7703", "Mat 7703?"),
      await aTicket("Jo <jo@customer.test>", "Mat 7704", "Mat 7704?"),
    ];
    const page = await openPage(browser);
    await openTicket(page, mina, ticket.number);
    await rememberWindow(page);
    const held: Route[] = [];
    await page.route(isRouterRead, (route) => void held.push(route));
    await answers(ticket, "And 7702 is cold.");
    await expect.poll(() => held.length, { timeout: 20_000 }).toBeGreaterThan(0);
    await field(page).click();
    await page.keyboard.type("Open the vent of 7702.");
    await page.context().setOffline(true);
    await Promise.all(held.map((route) => route.abort("internetdisconnected")));
    await page.unroute(isRouterRead);
    await page.getByText(interrupted).waitFor();
    await page.keyboard.type(" Then write us.");
    await page.getByText(notSaved).waitFor();

    for (const { number, subject } of [one, two]) {
      const refused = page.waitForEvent("requestfailed", (read) =>
        read.url().includes(`/tickets/${number}?`),
      );
      await page.getByRole("link").filter({ hasText: subject! }).first().click();
      await refused;
    }
    // Neither what waits for the network nor what was set aside keeps a button waiting.
    await page.getByRole("button", { name: "Solve", exact: true }).click();
    await page.locator("button").filter({ hasText: "Try again" }).waitFor();
    await page.getByRole("button", { name: "Solve", exact: true }).waitFor();
    expect(page.url()).toContain(`/tickets/${ticket.number}`);
    expect(await field(page).textContent()).toBe("Open the vent of 7702. Then write us.");

    await page.context().setOffline(false);
    await page.waitForURL(`**/tickets/${two.number}`);
    await page.getByRole("heading", { name: two.subject! }).waitFor();
    await expect
      .poll(() => draftOf(ticket.id), { timeout: 20_000 })
      .toBe("Open the vent of 7702. Then write us.");
    expect((await ticketRow(ticket.id))?.status).not.toBe("solved");
    expect(await isSameWindow(page)).toBe(true);
    await page.context().close();
  });

  test("without a network a reply is begun in the plain field, the editor takes it over later, and it is gone on with after its last word", async () => {
    const ticket = await aTicket("Omar <omar@customer.test>", "Rope 6611", "Rope 6611 is short.");
    const page = await openPage(browser, { locale: "ko-KR" });
    await signIn(page, desk.url, dahye);
    await page.goto(`${desk.url}/tickets/${ticket.number}`, { waitUntil: "networkidle" });
    await page.context().setOffline(true);
    await beginReply(page);
    await page.keyboard.type("6611 로프를 ");
    await page.getByText("초안을 아직 저장하지 못했어요").waitFor();
    await page.keyboard.type("새로 보내 드릴게요.");
    const plain = page.locator("textarea:focus");
    expect(await plain.inputValue()).toBe("6611 로프를 새로 보내 드릴게요.");
    await page.getByRole("button", { name: "메모", exact: true }).click();
    await page.getByRole("button", { name: "답장", exact: true }).click();
    expect(await plain.inputValue()).toBe("6611 로프를 새로 보내 드릴게요.");

    await page.context().setOffline(false);
    await expect.poll(() => draftOf(ticket.id), { timeout: 20_000 }).toBe("6611 로프를 새로 보내 드릴게요.");
    await aboutToWrite(page);
    expect(await field(page).textContent()).toBe("6611 로프를 새로 보내 드릴게요.");
    await page.keyboard.type("!");
    const whole = "6611 로프를 새로 보내 드릴게요.!";
    expect(await field(page).textContent()).toBe(whole);
    await expect.poll(() => draftOf(ticket.id), { timeout: 20_000 }).toBe(whole);

    await page.goto(`${desk.url}/tickets/${ticket.number}`);
    await beginReply(page);
    await page.keyboard.type(" 감사합니다.");
    await expect.poll(() => draftOf(ticket.id), { timeout: 20_000 }).toBe(`${whole} 감사합니다.`);
    await page.context().close();
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

  test("what is sent right after its last key does not come back, neither into the field nor as a draft", async () => {
    const ticket = await aTicket("Uma <uma@customer.test>", "Axe 4409", "Axe 4409 is blunt.");
    const page = await openPage(browser);
    await openTicket(page, mina, ticket.number);
    await field(page).click();
    await page.keyboard.type("We sharpen axe 4409 for you.");
    await page.keyboard.press("Control+Enter");
    await expect
      .poll(() => replies(ticket.id), { timeout: 20_000 })
      .toContain("We sharpen axe 4409 for you.");
    const own = page.locator("article[data-ticket] article").filter({ hasText: "We sharpen axe 4409" });
    await own.first().waitFor();
    await expect.poll(() => draftOf(ticket.id), { timeout: 10_000 }).toBeUndefined();
    expect(await field(page).textContent()).toBe("");
    await page.reload();
    await aboutToWrite(page);
    expect(await field(page).textContent()).toBe("");
    await page.context().close();
  });

  test("a reply that is taken back stands above what was begun since, for the same people; a note's file stays with the note", async () => {
    const ticket = await aTicket(
      "Ida <ida@customer.test>",
      "Sled 9031",
      "Sled 9031 creaks.",
      "boss@customer.test",
    );
    const page = await openPage(browser);
    await openTicket(page, mina, ticket.number);
    await page.keyboard.press("n");
    const attach = page.locator("input[type=file]:not([accept])");
    await attach.setInputFiles({
      name: "internal.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("9031"),
    });
    await page.getByText("internal.pdf").waitFor();
    await attach.setInputFiles({ name: "empty.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(0) });
    await page.getByText("empty.pdf is empty and was not attached.").waitFor();
    await page.getByRole("button", { name: "Reply", exact: true }).click();
    await field(page).click();
    await page.getByText("internal.pdf").waitFor({ state: "detached" });

    await page.getByTitle("Change who gets the reply").click();
    const cc = page.getByRole("textbox", { name: "Cc", exact: true });
    await cc.fill("Boss <boss@customer");
    await field(page).click();
    await page.keyboard.type("We oil sled 9031.");
    await page.keyboard.press("Control+Enter");
    await page.getByText("is not a mail address").waitFor();
    await cc.fill("");
    await field(page).click();
    await page.keyboard.press("Control+Enter");
    await page.keyboard.press("Control+Enter");
    await expect.poll(() => replies(ticket.id), { timeout: 20_000 }).toContain("We oil sled 9031.");
    await page.keyboard.type("And then we paint it.");
    await page.getByRole("button", { name: "Undo", exact: true }).last().click();
    await expect
      .poll(() => field(page).textContent(), { timeout: 10_000 })
      .toMatch(/^We oil sled 9031\.\s*And then we paint it\.$/);
    expect(await cc.inputValue()).toBe("");
    await expect
      .poll(() => draftOf(ticket.id), { timeout: 10_000 })
      .toBe("We oil sled 9031.\n\nAnd then we paint it.");
    await page.keyboard.press("Control+Enter");
    const sent = () => sentMails().filter((file) => file.includes("We oil sled 9031."));
    await expect.poll(() => sent().length, { timeout: 30_000 }).toBe(1);
    expect(sent()[0]).not.toMatch(/boss@customer|internal\.pdf/);
    await page.reload();
    await aboutToWrite(page);
    await page.keyboard.press("n");
    await page.getByText("internal.pdf").waitFor();
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  test("what is pasted keeps its lines, its rows and its picture, and can be sent whatever it was", async () => {
    const ticket = await aTicket("Bo <bo@customer.test>", "Oar 5518", "Oar 5518 is wet.");
    const page = await openPage(browser);
    await openTicket(page, mina, ticket.number);
    await field(page).click();
    await paste(page, { "text/plain": "Hello,\n\nsee below:\n" });
    await paste(page, {
      "text/html":
        "<table><tr><td><p>Oar</p></td><td><b>Qty</b></td></tr><tr><td>5518</td><td>2</td></tr></table><pre>one\n  two</pre>",
    });
    await page.keyboard.press("Enter");
    const deep = `${"<blockquote>".repeat(12)}deep${"</blockquote>".repeat(12)}`;
    await paste(page, { "text/html": `${deep}<p>Yours</p>` });
    await paste(page, { "text/html": '<img src="https://elsewhere.test/a.png">' }, "copied.png", onePixel);
    await field(page).locator("img[data-file]").waitFor();
    await paste(page, {}, "false.png", btoa("no picture"));
    await page.getByRole("button", { name: "Remove false.png" }).waitFor();
    await page.keyboard.press("Control+Enter");
    const told = "Hello,\n\nsee below:\nOar | Qty\n5518 | 2\none\n  two\n";
    await expect
      .poll(async () => (await replies(ticket.id)).find((body) => body.startsWith("Hello,")), {
        timeout: 20_000,
      })
      .toContain(told);
    const body = (await replies(ticket.id)).find((one) => one.startsWith("Hello,"));
    expect(body).toMatch(/> deep\nYours\[copied\.png\]$/);
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
    await paste(page, {}, "label.png", onePixel);
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

/** Pastes what a clipboard holds, a file beside it. */
async function paste(page: Page, texts: Record<string, string>, name?: string, base64 = ""): Promise<void> {
  await field(page).evaluate(
    (element, given) => {
      const clipboardData = new DataTransfer();
      for (const [type, text] of Object.entries(given.texts)) clipboardData.setData(type, text);
      const bytes = Uint8Array.from(atob(given.base64), (one) => one.charCodeAt(0));
      if (given.name) clipboardData.items.add(new File([bytes], given.name, { type: "image/png" }));
      element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
    },
    { texts, name, base64 },
  );
}

/** The event that a live connection goes on from; nothing for other requests, and for one that begins. */
function resumesFrom(request: Request): string[] {
  const { pathname, searchParams } = new URL(request.url());
  if (pathname !== "/api/live") return [];
  const last = request.headers()["last-event-id"] ?? searchParams.get("after");
  return last ? [last] : [];
}

const ticketRow = async (id: string) => (await db().select().from(tickets).where(eq(tickets.id, id)))[0];
const replies = async (ticketId: string) =>
  (await db().select().from(messages).where(eq(messages.ticketId, ticketId))).map(({ body }) => body);
const draftOf = async (ticketId: string) =>
  (await db().select().from(drafts).where(eq(drafts.ticketId, ticketId))).find(
    ({ kind, state, authorKind }) => kind === "reply" && state === "open" && authorKind === "agent",
  )?.body;
