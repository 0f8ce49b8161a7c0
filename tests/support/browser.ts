import { existsSync } from "node:fs";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
  existsSync,
);

/** Why browser tests cannot run here; null when they can. */
export function browserMissing(): string | null {
  return executablePath ? null : "Chromium is not installed (on Debian: apt-get install chromium).";
}

export function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
    ],
  });
}

export interface WatchedPage extends Page {
  /** Everything the page complained about: console errors, uncaught errors. */
  complaints: string[];
}

/** A page that remembers what went wrong in it. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: "en-US", timezoneId: "Asia/Seoul", ...options });
  const page = Object.assign(await context.newPage(), { complaints: [] as string[] });
  page.on("pageerror", (error) => page.complaints.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") page.complaints.push(message.text());
  });
  return page;
}

/** Signs in as a person does, by the form. */
export async function signIn(
  page: Page,
  url: string,
  person: { email: string; password: string },
): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.locator("input[name=email]").fill(person.email);
  await page.locator("input[name=password]").fill(person.password);
  await page.locator("input[name=password]").press("Enter");
  await page.waitForURL(/\/(inbox|dashboard)/);
}

/** Presses the key for a reply until the caret is in a field: before the page listens a key does nothing. */
export async function beginReply(page: Page): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    await page.keyboard.press("r");
    const writes = () => document.activeElement?.matches("textarea, [contenteditable=true]") ?? false;
    if (await page.evaluate(writes)) return;
    await page.waitForTimeout(100);
  }
  throw new Error("No key opened a reply.");
}
