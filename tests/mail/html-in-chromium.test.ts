import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { attachments, messages } from "#db/schema/index.ts";
import { parseEmail } from "#lib/channels/email/parse-email.ts";
import { safeHtmlOf } from "#lib/channels/email/safe-html-of.ts";
import { sanitizeEmailHtml } from "#lib/channels/email/sanitize-email-html.ts";
import { storeBlob } from "#lib/services/blobs/store-blob.ts";
import { createAgent } from "#lib/services/people/create-agent.ts";
import { createTicket } from "#lib/services/tickets/create-ticket.ts";
import { browserMissing, launchBrowser, signIn } from "#tests/support/browser.ts";
import { startDesk, type TestDesk } from "#tests/support/desk.ts";
import { corpusExists, readCases, readRaw } from "./score/cases.ts";
import { htmlVectors, rowsOf, vectorsExist } from "./vectors.ts";

const missing =
  browserMissing() ?? (corpusExists && vectorsExist ? null : "The corpora are not beside the project.");
const person = {
  email: "mina@desk.test",
  name: "Mina",
  role: "agent",
  password: "a fine long password 42",
} as const;

interface Shown {
  id: string;
  raw: Buffer;
}

const mailOf = (html: string): Buffer =>
  Buffer.concat([
    Buffer.from(
      "From: kim@customer.test\r\nTo: support@desk.test\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n",
    ),
    Buffer.from(
      `${Buffer.from(`<p>honest words</p>${html}`).toString("base64").replace(/.{76}/g, "$&\r\n")}\r\n`,
    ),
  ]);

let desk: TestDesk;
let browser: Browser;
let cookies: Awaited<ReturnType<BrowserContext["cookies"]>>;
beforeAll(async () => {
  if (missing) return;
  desk = await startDesk();
  await createAgent(desk.context(), person);
  browser = await launchBrowser();
  const page = await browser.newPage();
  await signIn(page, desk.url, person);
  cookies = await page.context().cookies();
  await page.close();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await desk?.stop();
});

/** A ticket whose messages are these mails, as the worker would have filed them. */
async function ticketOf(mails: readonly Shown[]): Promise<number> {
  const { ticketId } = await createTicket(desk.context(), {
    customer: { email: "kim@customer.test" },
    subject: "A mail",
    body: "A mail",
  });
  for (const [index, { raw }] of mails.entries()) {
    const email = await parseEmail(raw);
    const [message] = await desk.database.db
      .insert(messages)
      .values({
        ticketId,
        kind: "reply",
        authorKind: "customer",
        fromAddress: "kim@customer.test",
        fromName: "Kim",
        body: (email.replyText || email.text).replaceAll("\0", "").toWellFormed() || "–",
        trimmed: "",
        html: safeHtmlOf(email)?.replaceAll("\0", "").toWellFormed() ?? null,
        channel: "email",
        createdAt: new Date(Date.now() + index),
      })
      .returning({ id: messages.id });
    for (const { name, type, contentId, inline, content } of email.attachments)
      await desk.database.db.insert(attachments).values({
        messageId: message!.id,
        name: name.slice(0, 200),
        type: type.slice(0, 200),
        contentId,
        inline,
        sizeBytes: content.length,
        sha256: await storeBlob(desk.database.db, content),
      });
  }
  const response = await desk.api(`/api/v1/tickets?limit=1`);
  const { data } = (await response.json()) as { data: { number: number }[] };
  return data[0]!.number;
}

/** What must never happen, counted from outside the page. */
class Watch {
  readonly fired: string[] = [];
  readonly outside: string[] = [];
}

/** With `stripped`, neither header policy, nor the frame's policy, nor its sandbox: the sanitiser stands alone. */
async function openWatched(
  stripped: boolean,
): Promise<{ page: Page; watch: Watch; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies(cookies);
  const watch = new Watch();
  await context.route("**/*", async (route) => {
    const url = route.request().url();
    if (!url.startsWith(desk.url) && !/^(?:data|blob|about):/.test(url)) {
      watch.outside.push(url);
      return route.abort();
    }
    if (!stripped || route.request().resourceType() !== "document") return route.continue();
    const response = await route.fetch();
    const headers = response.headers();
    delete headers["content-security-policy"];
    return route.fulfill({ response, headers });
  });
  await context.addInitScript((open: boolean) => {
    for (const name of ["alert", "confirm", "prompt", "print"] as const)
      Reflect.set(window, name, () => console.log(`FIRED ${name}`));
    if (!open) return;
    const set = Element.prototype.setAttribute;
    Element.prototype.setAttribute = function (name, value) {
      if (this instanceof HTMLIFrameElement && name.toLowerCase() === "sandbox") return;
      const bare = String(value).replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
      set.call(
        this,
        name,
        this instanceof HTMLIFrameElement && name.toLowerCase() === "srcdoc" ? bare : value,
      );
    };
  }, stripped);
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    watch.fired.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("console", (line) => line.text().startsWith("FIRED") && watch.fired.push(line.text()));
  return { page, watch, context };
}

/** Hovers, focuses and presses everything but links out, whose opening is the reader's own will. Runs in the page. */
function touchAll(): void {
  for (const element of document.querySelectorAll<HTMLElement>("*")) {
    for (const type of [
      "mouseover",
      "mouseenter",
      "mousemove",
      "pointerover",
      "focus",
      "focusin",
      "animationend",
    ])
      element.dispatchEvent(new Event(type, { bubbles: true }));
    if (!element.closest("a[href^=http], a[href^=mailto]")) element.click?.();
  }
}

async function touchEverything(page: Page): Promise<void> {
  for (const frame of page.frames().slice(1)) {
    await frame.evaluate(touchAll);
  }
}

async function showAsSent(page: Page): Promise<void> {
  const plain = page.getByRole("button", { name: "Show as sent" });
  while ((await plain.count()) > 0) await plain.first().click();
}

/** Shows twenty mails at a time; returns what each page let happen. */
async function showAll(mails: readonly Shown[], stripped: boolean) {
  const happened: { fired: string[]; outside: string[]; moved: string[]; escaped: string[] } = {
    fired: [],
    outside: [],
    moved: [],
    escaped: [],
  };
  let frames = 0;
  for (let start = 0; start < mails.length; start += 20) {
    const some = mails.slice(start, start + 20);
    const name = `${some[0]!.id}…`;
    const number = await ticketOf(some);
    const { page, watch, context } = await openWatched(stripped);
    await page.goto(`${desk.url}/tickets/${number}`);
    await page
      .locator("[data-message]")
      .nth(some.length - 1)
      .waitFor();
    await page.waitForTimeout(200);
    await showAsSent(page);
    await page.waitForTimeout(200);
    frames += page.frames().length - 1;
    await touchEverything(page);
    await page.waitForTimeout(100);
    happened.fired.push(...watch.fired.map((what) => `${name} ${what}`));
    happened.outside.push(...watch.outside.map((what) => `${name} ${what}`));
    if (!page.url().endsWith(`/tickets/${number}`)) happened.moved.push(`${name} ${page.url()}`);
    const escaped = await page.evaluate(() =>
      [...document.querySelectorAll("iframe")]
        .filter((frame) => {
          const [inner, outer] = [
            frame.getBoundingClientRect(),
            frame.closest("article")!.getBoundingClientRect(),
          ];
          return inner.left < outer.left || inner.right > outer.right || inner.height > 600;
        })
        .map((frame) => frame.srcdoc.slice(0, 200)),
    );
    happened.escaped.push(...escaped);
    await context.close();
  }
  return { ...happened, frames };
}

const quiet = { fired: [], outside: [], moved: [], escaped: [] };

describe.skipIf(missing)("mail on the ticket page, in Chromium", () => {
  const cases = missing ? [] : readCases().filter(({ kind }) => kind === "html");
  const vectors = missing ? [] : htmlVectors();
  const all = (): Shown[] => [
    ...cases.map(({ file }) => ({ id: file, raw: readRaw(file) })),
    ...vectors.map(({ id, payload }) => ({ id: id!, raw: mailOf(payload!) })),
  ];

  test.each([
    ["as shipped", false],
    ["with every policy and sandbox taken away", true],
  ])(
    "%s: nothing runs, nothing leaves, nothing moves, nothing escapes",
    async (_, stripped) => {
      const { frames, ...happened } = await showAll(all(), stripped);
      expect(happened).toEqual(quiet);
      expect(frames).toBeGreaterThan(cases.length);
    },
    1_200_000,
  );

  test("honest weight, lists, tables, links and inline pictures are there", async () => {
    const png =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    const raw = Buffer.from(
      `From: kim@customer.test\r\nTo: support@desk.test\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<b>bold</b><ul><li>one</ul><table><tr><td>cell</table><a href="https://shop.test/x">link</a><img src="cid:pic@x" alt="pic"><img src="https://exfil.test/p.gif" alt="far">\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <pic@x>\r\nContent-Disposition: inline; filename=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n${png}\r\n--b--\r\n`,
    );
    const number = await ticketOf([{ id: "honest", raw }]);
    const { page, watch, context } = await openWatched(false);
    await page.goto(`${desk.url}/tickets/${number}`);
    const frame = page.frameLocator("iframe").first();
    await frame.locator("b").waitFor();
    expect(await frame.locator("li, td, a[href='https://shop.test/x'][rel*=noopener]").count()).toBe(3);
    await expect
      .poll(() => frame.locator("img[alt=pic]").evaluate((image) => (image as HTMLImageElement).naturalWidth))
      .toBe(1);
    expect(await frame.locator("img[alt=far]").getAttribute("src")).toBeNull();
    expect(watch.outside).toEqual([]);

    await page.getByRole("button", { name: "Show images" }).click();
    await expect
      .poll(() => frame.locator("img[alt=far]").getAttribute("src"))
      .toMatch(/^\/api\/images\/[\w-]+$/);
    expect(watch.outside).toEqual([]);
    await context.close();
  });

  test("an attachment opened as a page runs nothing", async () => {
    const files = rowsOf("attachments/files.jsonl");
    const number = await ticketOf([{ id: "files", raw: mailOf("<p>files</p>") }]);
    const detail = (await (await desk.api(`/api/v1/tickets/${number}/messages`)).json()) as {
      data: { id: string }[];
    };
    const { page, watch, context } = await openWatched(false);
    for (const { filename, declared_type, content } of files) {
      const [file] = await desk.database.db
        .insert(attachments)
        .values({
          messageId: detail.data[0]!.id,
          name: filename!,
          type: declared_type!,
          sizeBytes: Buffer.byteLength(content!),
          sha256: await storeBlob(desk.database.db, Buffer.from(content!)),
        })
        .returning({ id: attachments.id });
      const address = `${desk.url}/attachments/${file!.id}`;
      const { headers } = await context.request
        .get(address)
        .then((answer) => ({ headers: answer.headers() }));
      expect(headers, filename).toMatchObject({
        "content-disposition": expect.stringMatching(/^attachment/),
        "x-content-type-options": "nosniff",
        "content-security-policy": expect.stringContaining("sandbox"),
      });
      await page.goto(address).catch(() => {});
    }
    await page.waitForTimeout(300);
    expect(watch).toEqual({ fired: [], outside: [] });
    await context.close();
  });

  test("a hostile name, subject or file name is shown letter by letter", async () => {
    const fields = rowsOf("inputs/fields.jsonl").filter(({ family }) => family === "xss");
    for (const { slot, raw } of fields) {
      const number = await ticketOf([{ id: "f", raw: mailOf("<b>x</b>") }]);
      if (slot === "subject") {
        await desk.api(`/api/v1/tickets/${number}`, {
          method: "PATCH",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ subject: raw }),
        });
      }
      const { page, watch, context } = await openWatched(true);
      await page.goto(`${desk.url}/tickets/${number}`);
      await page.locator("[data-message]").first().waitFor();
      if (slot === "subject") expect(await page.locator("h1").first().textContent()).toBe(raw!.trim());
      expect(watch, raw).toEqual({ fired: [], outside: [] });
      await context.close();
    }
  });
});

test("a megabyte of HTML costs what its length says, not more", async (context) => {
  if (missing) return context.skip(missing);
  const row =
    "<div style='color:red'><p>한국어 문장과 <b>words</b> <a href='https://x.test/?a=1'>link</a></p><img src='https://exfil.test/a.png'></div>";
  const cost = (bytes: number) => {
    const html = row.repeat(Math.ceil(bytes / row.length)).slice(0, bytes);
    const times = Array.from({ length: 15 }, () => {
      const started = process.cpuUsage();
      sanitizeEmailHtml(html, { cidUrl: () => null, remoteImageUrl: null });
      const { user, system } = process.cpuUsage(started);
      return (user + system) / 1000;
    }).sort((a, b) => a - b);
    return { p50: times[7]!, worst: times[14]! };
  };
  const [quarter, whole] = [cost(1 << 18), cost(1 << 20)];
  console.log(
    `sanitise 1 MB: p50 ${whole.p50.toFixed(0)} ms, worst of 15 ${whole.worst.toFixed(0)} ms of CPU`,
  );
  expect(whole.p50 / quarter.p50).toBeLessThan(8);
});
