// One file, although long: the journeys share one desk, which takes half a minute to start.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { eq } from "drizzle-orm";
import { createTransport } from "nodemailer";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { agents, outboundEmails, ratings, sessions, tickets } from "#db/schema/index.ts";
import { customerLinkUrl } from "#lib/crypto/customer-link.ts";
import english from "#lib/i18n/en.json" with { type: "json" };
import { createAgent } from "#lib/services/people/create-agent.ts";
import { createTicket } from "#lib/services/tickets/create-ticket.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { beginReply, browserMissing, launchBrowser, openPage, signIn } from "#tests/support/browser.ts";
import { startDesk, type TestDesk } from "#tests/support/desk.ts";
import { deskIslands, holds } from "#tests/support/desk-code.ts";

const missing = browserMissing();
const password = "a fine long password 42";
const people = {
  en: { email: "mina@desk.test", name: "Mina", locale: "en", role: "manager", password },
  ko: { email: "dahye@desk.test", name: "다혜", locale: "ko", role: "admin", password },
} as const;

let desk: TestDesk;
let browser: Browser;
beforeAll(async () => {
  if (missing) return;
  desk = await startDesk();
  for (const person of Object.values(people)) await createAgent(desk.context(), person);
  await desk.database.db.update(agents).set({ availability: "online", calendarId: null });
  browser = await launchBrowser();
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

const transport = () => createTransport({ ...desk.smtp, ignoreTLS: true });
const mail = (from: string, subject: string, text: string) =>
  transport().sendMail({ from, to: "support@desk.test", subject, text });

/** The files that would have left the house, newest last. */
function sentMails(): string[] {
  const folder = join(desk.dataDir, "mail-out");
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}

describe.skipIf(missing)("in a real browser", () => {
  test("a mail appears in an open inbox, sorted, without a reload", async () => {
    const page = await openPage(browser);
    await signIn(page, desk.url, people.en);
    await page.goto(`${desk.url}/inbox?view=team`);
    await mail(
      "Liam <liam@customer.test>",
      "Where is my parcel 7731?",
      "My parcel 7731 has not arrived yet.",
    );
    const row = page.getByRole("listitem").filter({ hasText: "Where is my parcel 7731?" });
    await row.waitFor({ timeout: 15_000 });
    await expect.poll(() => row.textContent(), { timeout: 15_000 }).toMatch(/deliver/i);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  test("an agent opens it, answers by keyboard alone, and one threaded mail leaves", async () => {
    const page = await openPage(browser);
    await signIn(page, desk.url, people.en);
    const { messageId } = await mail(
      "Ana <ana@customer.test>",
      "Tent pole 5512",
      "Pole 5512 broke. Can a person look at it?",
    );
    const ticketOf = async () => {
      const found = await desk.api(`/api/v1/tickets?messageId=${encodeURIComponent(messageId)}`);
      return ((await found.json()) as { data: { number: number; status: string }[] }).data[0];
    };
    await expect.poll(ticketOf, { timeout: 15_000 }).toBeDefined();
    const { number } = (await ticketOf())!;

    await page.goto(`${desk.url}/tickets/${number}`);
    await page.getByText("Pole 5512 broke.").first().waitFor();
    await beginReply(page);
    await page.keyboard.type("Send us a photo of pole 5512, please.");
    await page.keyboard.press("Control+Enter");

    await expect.poll(async () => (await ticketOf())?.status, { timeout: 10_000 }).toBe("pending");
    await expect
      .poll(() => sentMails().filter((file) => file.includes("photo of pole 5512")).length, {
        timeout: 25_000,
      })
      .toBe(1);
    const sent = sentMails().find((file) => file.includes("photo of pole 5512"))!;
    const headers = sent.slice(0, sent.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
    expect(headers).toContain(`In-Reply-To: ${messageId}`);
    expect(headers).toMatch(/^Reply-To: .*support\+\d+\.[a-z2-7]{20}@/im);
    expect(headers).not.toMatch(/Auto-Submitted|Precedence/i);
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  test("a customer without JavaScript writes by form, follows the mailed link, and asks for a person", async () => {
    const page = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
    await page.goto(`${desk.url}/help/new`);
    await page.locator("input[name=email]").fill("sora@customer.test");
    await page.locator("input[name=subject]").fill("Points 9981");
    await page.locator("textarea[name=body]").fill("Where do I see my points, case 9981?");
    await page.locator("form button[type=submit]").last().click();
    await page.waitForURL(/\/help\/sent/);

    const linkOf = async () => {
      const rows = await desk.database.db.select().from(outboundEmails);
      const mails = rows.filter((row) => row.to.some((person) => person.address === "sora@customer.test"));
      return mails.map((row) => /https?:\/\/\S+\/help\/t\/\S+/.exec(row.body)?.[0]).find(Boolean);
    };
    await expect.poll(linkOf, { timeout: 20_000 }).toBeTypeOf("string");
    await page.goto((await linkOf())!);
    await page.getByText("case 9981").first().waitFor();
    await page.locator("textarea[name=body]").fill("One more thing about 9981.");
    await page
      .locator("form")
      .filter({ has: page.locator("textarea[name=body]") })
      .locator("button")
      .first()
      .click();
    await page.getByText("One more thing about 9981.").first().waitFor();
    await page.context().close();
  });

  test("a customer without JavaScript rates by a mailed link: opening it rates nothing, sending it does, and again changes it", async () => {
    const { db } = desk.database;
    const { ticketId } = await createTicket(desk.context(), {
      customer: { email: "bora@customer.test", name: "Bora" },
      subject: "Lamp 7719",
      body: "Lamp 7719 flickers.",
    });
    await replyToTicket(desk.context(), { ticketId, body: "A new one is on its way.", status: "solved" });
    const kept = async () =>
      (await db.select().from(ratings).where(eq(ratings.ticketId, ticketId))).map(({ score, comment }) => [
        score,
        comment,
      ]);
    const link = customerLinkUrl(desk.context().config, { ticketId, linkVersion: 1 }, new Date());
    const page = await openPage(browser, { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

    await page.goto(`${link}/rate?score=good`);
    expect(await page.getByRole("radio", { name: "Good", exact: true }).isChecked()).toBe(true);
    expect(await kept()).toEqual([]);
    await page.getByRole("button", { name: "Send rating" }).click();
    await page.getByText("Thank you, we have your rating.").waitFor();
    expect(await kept()).toEqual([["good", ""]]);

    await page.getByText("Not good", { exact: true }).click();
    await page.getByLabel("What should we know?").fill("It flickers, too.");
    await page.getByRole("button", { name: "Change rating" }).click();
    await page.waitForURL(/said=1/);
    await page.getByText("Thank you, we have your rating.").waitFor();
    expect(await kept()).toEqual([["bad", "It flickers, too."]]);
    await page.getByRole("link", { name: "See the request" }).click();
    await page.getByText("You rated this request: not good.").waitFor();
    await page.context().close();

    // Wide enough for what stands beside the conversation.
    const asked = await openPage(browser, { viewport: { width: 1440, height: 900 } });
    await signIn(asked, desk.url, people.en);
    const [row] = await db.select({ number: tickets.number }).from(tickets).where(eq(tickets.id, ticketId));
    await asked.goto(`${desk.url}/tickets/${row!.number}`);
    await asked.getByText("Rated not good: “It flickers, too.”").first().waitFor();
    await asked.getByText("0 of 1 good").waitFor();
    expect(asked.complaints).toEqual([]);
    await asked.context().close();
  });

  test("a link that was changed or made up shows the same calm page", async () => {
    const page = await openPage(browser);
    for (const token of ["x", "a".repeat(64), "..%2f..%2fetc"]) {
      const answer = await page.goto(`${desk.url}/help/t/${token}`);
      expect(answer?.status()).toBe(404);
    }
    await page.context().close();
  });

  async function ticketOf(subject: string) {
    const { ticketId } = await createTicket(desk.context(), {
      subject,
      body: "It flickers.",
      customer: { email: "noor@customer.test" },
    });
    return (await desk.database.db.select().from(tickets).where(eq(tickets.id, ticketId)))[0]!;
  }
  async function seriousFindings(page: Page): Promise<string[]> {
    const { violations } = await new AxeBuilder({ page }).analyze();
    return violations
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id} ${nodes[0]?.target.join(" ")}`);
  }

  test("menus, pickers and dialogs open, move and close by keyboard, and the focus comes back", async () => {
    const { number } = await ticketOf("Lamp 6621");
    const page = await openPage(browser);
    await signIn(page, desk.url, people.en);
    await page.goto(`${desk.url}/tickets/${number}`);
    const focused = page.locator("*:focus");
    const status = page.getByRole("button", { name: /^Status:/ });
    await status.focus();

    await page.keyboard.press("ArrowDown");
    await page.getByRole("menu", { name: /Status/ }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("End");
    expect(await focused.textContent()).toBe("Solved");
    await page.keyboard.press("ArrowDown");
    expect(await focused.textContent()).toBe("Open");
    await page.keyboard.type("on");
    expect(await focused.textContent()).toBe("On hold");
    await page.keyboard.press("Enter");
    await page.getByRole("menu").waitFor({ state: "detached" });
    await expect.poll(() => focused.textContent()).toMatch(/Status: +On hold/);

    await page.keyboard.press("a");
    await page.getByRole("combobox", { name: "Assign to…" }).waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.type("다혜");
    await expect
      .poll(() => page.getByRole("option").allTextContents())
      .toEqual([expect.stringContaining("다혜")]);
    await page.keyboard.press("Escape");
    await page.getByRole("combobox").waitFor({ state: "detached" });
    await expect.poll(() => focused.textContent()).toMatch(/Status: +On hold/);
    await page.getByRole("button", { name: /^Assignee/ }).click();
    await page.keyboard.type("min");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^Assignee: +Mina/ }).waitFor();

    await page.keyboard.press("m");
    const dialog = page.getByRole("dialog", { name: "Merge this ticket" });
    await dialog.waitFor();
    expect(await seriousFindings(page)).toEqual([]);
    for (let tabs = 0; tabs < 12; tabs++) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement?.closest("main, aside, header"))).toBeNull();
    }
    await page.keyboard.press("e");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    await expect.poll(() => focused.textContent()).toMatch(/^Assignee: +M?Mina$/);
    await page.getByRole("button", { name: /^Status: +On hold/ }).waitFor();

    await page.keyboard.press("s");
    await page.getByRole("menu").waitFor();
    await page.keyboard.press("Home");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^Status: +Open/ }).waitFor();
    // The change shows before the desk has it, and its undoing is offered after.
    const newest = page.getByRole("region", { name: "Notices" }).getByRole("listitem").last();
    await expect.poll(() => newest.textContent()).toContain(english.ticket.statusChanged);
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
    await page.keyboard.press("F6");
    expect(await focused.textContent()).toBe("Undo");
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press("Enter");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: /^Status: +On hold/ }).waitFor();
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  test("no customer's page ships the desk's code, before or after it is touched", async () => {
    const ticket = await ticketOf("Lamp 6620");
    const { config } = desk.context();
    const link = customerLinkUrl(
      config,
      { ticketId: ticket.id, linkVersion: ticket.linkVersion },
      new Date(),
    );
    // Its islands by the build's own list; what they are made of by words that no build shortens. That the desk has
    // both keeps both true.
    const islands = deskIslands();
    const words = ["data-ticket", "data-row", "/api/live", "mod+k", ":popover-open", "ProseMirror"];
    const page = await openPage(browser);
    const scripts = new Set<string>();
    page.on("response", (response) => {
      if (response.request().resourceType() === "script") scripts.add(response.url());
    });
    const said = async () => {
      // Read anew: a page that was left gives back the bodies of its scripts no more.
      const read = async (address: string) => (await fetch(address)).text();
      const code = (await Promise.all([...scripts].map(read))).join("\n");
      const here = [...islands].filter(([, id]) => holds(code, id)).map(([path]) => path);
      return [...words.filter((word) => code.includes(word)), ...here];
    };
    const visit = async (address: string) => {
      scripts.clear();
      await page.goto(address, { waitUntil: "load" });
      await page.mouse.move(300, 300);
      await page
        .locator("main :is(textarea, input:not([type=checkbox], [tabindex='-1'])):visible")
        .first()
        .focus();
      await page.waitForTimeout(500);
      expect(scripts.size).toBeGreaterThan(0);
    };
    for (const address of [...["/help", "/help/new", "/help/ask"].map((path) => desk.url + path), link]) {
      await visit(address);
      expect([address, await said()]).toEqual([address, []]);
    }
    await signIn(page, desk.url, people.en);
    await visit(`${desk.url}/tickets/${ticket.number}`);
    const own = ["shell/desk-shell", "inbox/ticket-list", "tickets/ticket-pane"];
    await expect
      .poll(said, { timeout: 10_000 })
      .toEqual(expect.arrayContaining([...words, ...own.map((path) => `components/${path}.tsx`)]));
    await page.context().close();
  });

  test("a frame that stays around another page knows where it is", async () => {
    const page = await openPage(browser, { viewport: { width: 1440, height: 900 } });
    await page.goto(`${desk.url}/help`);
    await page.getByRole("link", { name: "Write to us" }).first().click();
    await page.waitForURL("**/help/new");
    await page.getByRole("button", { name: "한국어" }).click();
    await page.getByRole("button", { name: "English" }).waitFor();
    expect(page.url()).toBe(`${desk.url}/help/new`);
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("button", { name: "한국어" }).waitFor();

    await signIn(page, desk.url, people.en);
    await page.getByRole("link", { name: "Settings", exact: true }).click();
    const places = page.getByRole("navigation", { name: "Settings" });
    const here = places.locator("[aria-current=page]");
    for (const name of ["Queues", "Macros"]) {
      await places.getByRole("link", { name, exact: true }).click();
      await page.getByRole("heading", { name, level: 1 }).waitFor();
      expect(await here.allTextContents()).toEqual([name]);
    }
    expect(page.complaints).toEqual([]);
    await page.context().close();
  });

  test("a revoked session is out with the next click", async () => {
    const page = await openPage(browser);
    await signIn(page, desk.url, people.ko);
    const [agent] = await desk.database.db.select().from(agents).where(eq(agents.email, people.ko.email));
    await desk.database.db
      .update(sessions)
      .set({ revokedAt: new Date() })
      .where(eq(sessions.agentId, agent!.id));
    await page.goto(`${desk.url}/inbox`);
    expect(page.url()).toContain("/sign-in");
    await page.context().close();
  });

  test("a wrong password is refused in the same words for anybody", async () => {
    const page = await openPage(browser);
    const words: (string | null)[] = [];
    for (const email of [people.en.email, "nobody@desk.test"]) {
      await page.goto(`${desk.url}/sign-in`);
      await page.locator("input[name=email]").fill(email);
      await page.locator("input[name=password]").fill("not the password");
      await page.locator("input[name=password]").press("Enter");
      words.push(await page.getByRole("alert").first().textContent());
    }
    expect(words[0]).toBe(words[1]);
    await page.context().close();
  });

  /** A key of the catalogue where its words should be. */
  const rawKey = new RegExp(
    `(?<![\\w@.-])(?:${Object.keys(english).join("|")})\\.[a-z]\\w*(?:\\.\\w+)*\\b(?!@)`,
  );
  const pages = [
    "/inbox",
    "/tickets/1",
    "/mail",
    "/dashboard",
    "/insights",
    "/settings",
    "/settings/routing",
  ];
  const settings = [
    "queues",
    "simulation",
    "skills",
    "fields",
    "categories",
    "articles",
    "macros",
    "service-levels",
    "what-if",
    "agents",
    "mailboxes",
    "tokens",
    "webhooks",
    "desk",
    "satisfaction",
    "notifications",
    "profile",
  ].map((page) => `/settings/${page}`);
  const publicPages = ["/sign-in", "/help", "/help/new", "/help/ask"];
  describe.each([
    ["light", "en", 1440, []],
    ["dark", "ko", 1440, []],
    ["light", "ko", 390, ["/notices", ...settings]],
  ] as const)("%s, %s, %i wide", (colorScheme, locale, width, more) => {
    test("no page has a serious accessibility finding, an error or a sideways scroll", async () => {
      const page = await openPage(browser, {
        colorScheme,
        locale: locale === "ko" ? "ko-KR" : "en-US",
        viewport: { width, height: 900 },
      });
      const findings: string[] = [];
      const look = async (path: string) => {
        const answer = await page.goto(desk.url + path, { waitUntil: "load" });
        await page.waitForTimeout(400);
        if (answer?.status() !== 200) findings.push(`${path}: ${answer?.status()}`);
        const { violations } = await new AxeBuilder({ page }).analyze();
        for (const { id, impact, nodes } of violations) {
          if (impact === "serious" || impact === "critical")
            findings.push(`${path}: ${id} ${nodes[0]?.target.join(" ")}`);
        }
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (overflow > 1) findings.push(`${path}: scrolls sideways by ${overflow} px`);
        const said = await page.locator("body").ariaSnapshot();
        const untranslated = said.match(rawKey)?.[0];
        if (untranslated) findings.push(`${path}: says ${untranslated}`);
      };
      const [{ id: ticketId } = { id: "" }] = await desk.database.db
        .select({ id: tickets.id })
        .from(tickets)
        .where(eq(tickets.number, 1));
      const link = customerLinkUrl(
        { ...desk.context().config, publicUrl: "" },
        { ticketId, linkVersion: 1 },
        new Date(),
      );
      for (const path of [...publicPages, link, `${link}/rate`]) await look(path);
      await signIn(page, desk.url, people[locale]);
      expect(await page.locator("html").getAttribute("lang")).toBe(locale);
      for (const path of [...pages, ...more]) await look(path);
      expect([...findings, ...page.complaints]).toEqual([]);
      await page.context().close();
    });
  });
});
