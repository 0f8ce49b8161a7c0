import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseEmail } from "#lib/channels/email/parse-email.ts";
import { safeHtmlOf } from "#lib/channels/email/safe-html-of.ts";
import { textToEmailHtml } from "#lib/channels/email/text-to-html.ts";
import { shownHtml } from "#lib/reads/shown-html.ts";
import { browserMissing, launchBrowser } from "#tests/support/browser.ts";
import { type FramedMail, showFramed } from "./framed-mails.ts";
import { corpusExists, readCases, readRaw } from "./score/cases.ts";
import { htmlMail, htmlVectors, vectorsExist } from "./vectors.ts";

const missing =
  browserMissing() ?? (corpusExists && vectorsExist ? null : "The corpora are not beside the project.");
const ctx = {
  now: new Date(),
  config: { secret: "a-secret-for-tests-of-at-least-32-characters", publicUrl: "", mailDomain: "desk.test" },
};

/** From the bytes that came to what the ticket page puts into its frame, nobody having asked for pictures. */
async function framed(id: string, raw: Buffer, keep: readonly string[]): Promise<FramedMail> {
  const email = await parseEmail(raw);
  const files = email.attachments.map(({ contentId }) => ({ id: crypto.randomUUID(), contentId }));
  const safe = safeHtmlOf(email) ?? textToEmailHtml(email.text);
  return { id, html: shownHtml(ctx, safe.replaceAll("\0", "").toWellFormed(), files).html, keep };
}

describe.skipIf(missing)("hostile and honest mail in its frame, in Chromium", () => {
  let browser: Browser;
  let mails: FramedMail[];
  beforeAll(async () => {
    browser = await launchBrowser();
    const cases = readCases().filter(({ kind }) => kind === "html");
    mails = await Promise.all([
      ...cases.map(({ file, expect: { keep_text } }) => framed(file, readRaw(file), keep_text ?? [])),
      ...htmlVectors().map(({ id, payload }) => framed(id!, htmlMail(payload!), ["honest words"])),
    ]);
  });
  afterAll(() => browser?.close());

  test.each([
    ["as shipped", false],
    ["with every policy and sandbox taken away", true],
  ])(
    "%s: nothing runs, nothing leaves, nothing moves, nothing forbidden remains",
    async (how, bare) => {
      const { words, shown, lost, ...happened } = await showFramed(browser, mails, { bare });
      const counts = Object.entries(happened).map(([what, each]) => `${what} ${each.length}`);
      console.log(
        `${how}: ${shown} mails, ${counts.join(", ")}, words kept ${words - lost.length} of ${words}`,
      );
      expect(happened).toEqual({ dialogs: [], requests: [], moved: [], remains: [] });
      expect(shown).toBe(mails.length);
      expect(1 - lost.length / words, lost.join("\n")).toBeGreaterThanOrEqual(0.99);
    },
    240_000,
  );

  test("what is not made safe is seen, and named", async () => {
    const raw = (id: string, html: string): FramedMail => ({ id, html, keep: ["honest words"] });
    const happened = await showFramed(
      browser,
      [
        raw("script", "<p>honest words</p><img src=x onerror=alert(1)>"),
        raw("press", "<p>honest words</p><b onclick=confirm(2)>x</b>"),
        raw("pixel", '<p>honest words</p><p style="background:url(https://exfil.test/p.gif)">x'),
        raw("lost", "<p hidden>honest words</p>"),
        raw("away", "<p>honest words</p><b onclick=\"location='about:blank#gone'\">x</b>"),
      ],
      { bare: true },
    );
    expect(happened.dialogs.sort()).toEqual(["press confirm", "script alert"]);
    expect(happened.requests.sort()).toEqual([
      "pixel https://exfil.test/p.gif",
      "script http://desk.test/tickets/x",
    ]);
    expect(happened.lost).toEqual(["lost honest words"]);
    expect(happened.moved).toEqual(["away about:blank#gone"]);
    expect([...new Set(happened.remains.map((what) => what.split(" ")[0]))].sort()).toEqual([
      "away",
      "pixel",
      "press",
      "script",
    ]);
  });
});
