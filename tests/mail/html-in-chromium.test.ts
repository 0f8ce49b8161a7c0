import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { frameDocument, frameSandbox } from "#components/tickets/frame-document.ts";
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
import { htmlMail, htmlVectors, rowsOf, vectorsExist } from "./vectors.ts";

const missing =
  browserMissing() ?? (corpusExists && vectorsExist ? null : "The corpora are not beside the project.");
const person = {
  email: "mina@desk.test",
  name: "Mina",
  role: "agent",
  password: "a fine long password 42",
} as const;

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
async function ticketOf(mails: readonly Buffer[]): Promise<number> {
  const { ticketId } = await createTicket(desk.context(), {
    customer: { email: "kim@customer.test" },
    subject: "A mail",
    body: "A mail",
  });
  for (const [index, raw] of mails.entries()) {
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

async function openWatched(): Promise<{ page: Page; watch: Watch; context: BrowserContext }> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await context.addCookies(cookies);
  const watch = new Watch();
  await context.route("**/*", (route) => {
    const url = route.request().url();
    if (url.startsWith(desk.url) || /^(?:data|blob|about):/.test(url)) return route.continue();
    watch.outside.push(url);
    return route.abort();
  });
  await context.addInitScript(() => {
    for (const name of ["alert", "confirm", "prompt", "print"] as const)
      Reflect.set(window, name, () => console.log(`FIRED ${name}`));
  });
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    watch.fired.push(dialog.message());
    void dialog.dismiss();
  });
  page.on("console", (line) => line.text().startsWith("FIRED") && watch.fired.push(line.text()));
  return { page, watch, context };
}

async function showAsSent(page: Page): Promise<void> {
  const plain = page.getByRole("button", { name: "Show as sent" });
  while ((await plain.count()) > 0) await plain.first().click();
}

describe.skipIf(missing)("mail on the ticket page, in Chromium", () => {
  // What each mail can do in such a frame is seen in html-frames: here, that the page shows mail in no other.
  test("stands in the frame that was tried, inside its message, and does nothing to the page", async () => {
    const cases = readCases().filter(({ kind }) => kind === "html");
    const mails = [
      ...cases.map(({ file }) => readRaw(file)),
      ...htmlVectors()
        .filter((_, index) => index % 40 === 0)
        .map(({ payload }) => htmlMail(payload!)),
    ];
    let frames = 0;
    for (let start = 0; start < mails.length; start += 30) {
      const some = mails.slice(start, start + 30);
      const number = await ticketOf(some);
      const { page, watch, context } = await openWatched();
      await page.goto(`${desk.url}/tickets/${number}`);
      await page
        .locator("[data-message]")
        .nth(some.length - 1)
        .waitFor();
      await page.waitForTimeout(200);
      await showAsSent(page);
      const shown = await page.evaluate(() =>
        [...document.querySelectorAll("iframe")].map((frame) => {
          const [inner, outer] = [frame, frame.closest("article")!].map((one) => one.getBoundingClientRect());
          return {
            sandbox: frame.getAttribute("sandbox"),
            document: frame.srcdoc,
            inside: inner!.left >= outer!.left && inner!.right <= outer!.right && inner!.height <= 600,
          };
        }),
      );
      frames += shown.length;
      const before = frameDocument("", desk.url);
      expect(
        shown.filter(
          ({ sandbox, document, inside }) =>
            sandbox !== frameSandbox || !document.startsWith(before) || !inside,
        ),
      ).toEqual([]);
      expect(watch).toEqual({ fired: [], outside: [] });
      expect(page.url()).toBe(`${desk.url}/tickets/${number}`);
      await context.close();
    }
    expect(frames).toBeGreaterThan(cases.length);
  }, 240_000);

  test("honest weight, lists, tables, links and inline pictures are there", async () => {
    const png =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    const raw = Buffer.from(
      `From: kim@customer.test\r\nTo: support@desk.test\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<b>bold</b><ul><li>one</ul><table><tr><td>cell</table><a href="https://shop.test/x">link</a><img src="cid:pic@x" alt="pic"><img src="https://exfil.test/p.gif" alt="far">\r\n--b\r\nContent-Type: image/png\r\nContent-ID: <pic@x>\r\nContent-Disposition: inline; filename=a.png\r\nContent-Transfer-Encoding: base64\r\n\r\n${png}\r\n--b--\r\n`,
    );
    const number = await ticketOf([raw]);
    const { page, watch, context } = await openWatched();
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
    const number = await ticketOf([htmlMail("<p>files</p>")]);
    const detail = (await (await desk.api(`/api/v1/tickets/${number}/messages`)).json()) as {
      data: { id: string }[];
    };
    const { page, watch, context } = await openWatched();
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
      const number = await ticketOf([htmlMail("<b>x</b>")]);
      if (slot === "subject") {
        await desk.api(`/api/v1/tickets/${number}`, {
          method: "PATCH",
          headers: { "content-type": "application/json" },
          body: JSON.stringify({ subject: raw }),
        });
      }
      const { page, watch, context } = await openWatched();
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
