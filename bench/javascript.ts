import { gzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { launchBrowser, openPage, signIn } from "#tests/support/browser.ts";
import { person } from "./large/desk.ts";

/**
 * What JavaScript a page makes the browser load, in kilobytes of gzip: at rest, and once it was touched – on the inbox
 * the filter and the sorting opened, on a ticket the composer, a menu and a picker. Needs a running desk of
 * `bench/pages.ts`' kind. The floor is the sign-in page: the framework and hardly more.
 *
 *     node bench/javascript.ts http://127.0.0.1:3000 4821
 */
const [url = "http://127.0.0.1:3000", number = "1"] = process.argv.slice(2);
const browser = await launchBrowser();

async function measure(path: string, touch?: (page: Page) => Promise<void>, isPublic = false) {
  const page = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  if (!isPublic) await signIn(page, url, person);
  const scripts = new Map<string, number>();
  const waiting: Promise<void>[] = [];
  page.on("response", (response) => {
    const kind = response.headers()["content-type"] ?? "";
    if (!kind.includes("javascript")) return;
    waiting.push(
      response.body().then(
        (body) => void scripts.set(new URL(response.url()).pathname, gzipSync(body).length),
        () => {},
      ),
    );
  });
  const kilobytes = async () => {
    await page.waitForTimeout(3_000);
    await Promise.all(waiting);
    const total = [...scripts.values()].reduce((sum, size) => sum + size, 0);
    return Math.round(total / 102.4) / 10;
  };
  await page.goto(url + path, { waitUntil: "load" });
  const atRest = await kilobytes();
  const largest = [...scripts].sort((a, b) => b[1] - a[1]).slice(0, 6);
  await touch?.(page);
  const touched = touch ? await kilobytes() : atRest;
  const names = [...scripts.keys()];
  await page.context().close();
  return { path, atRest, touched, largest, names };
}

const inbox = async (page: Page) => {
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("dialog", { name: "Filter" }).waitFor();
  await page.getByRole("button", { name: "Sort" }).click();
  await page.getByRole("menu").waitFor();
};
const compose = async (page: Page) => {
  await page.keyboard.press("r");
  await page.locator(".writing[role=textbox]").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("s");
  await page.getByRole("menu").waitFor();
  await page.keyboard.press("Escape");
  await page.keyboard.press("a");
  await page.getByRole("combobox").waitFor();
};

const floor = await measure("/sign-in", undefined, true);
for (const { names, ...figures } of [
  floor,
  await measure("/inbox", inbox),
  await measure(`/tickets/${number}`, compose),
  await measure("/help", undefined, true),
]) {
  const ratio = Math.round((figures.atRest / floor.atRest) * 100) / 100;
  console.log(JSON.stringify({ ...figures, scripts: names.length, ratio }));
}
await browser.close();
