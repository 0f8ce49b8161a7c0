import { gzipSync } from "node:zlib";
import { launchBrowser, openPage, signIn } from "#tests/support/browser.ts";
import { person } from "./large/desk.ts";

/**
 * What JavaScript a page makes the browser load, in kilobytes of gzip: before anything is touched, and once the composer
 * is open. Needs a running desk of `bench/pages.ts`' kind.
 *
 *     node bench/javascript.ts http://127.0.0.1:3000 4821
 */
const [url = "http://127.0.0.1:3000", number = "1"] = process.argv.slice(2);
const browser = await launchBrowser();
const measure = async (
  path: string,
  then?: (page: Awaited<ReturnType<typeof openPage>>) => Promise<void>,
) => {
  const page = await openPage(browser, { viewport: { width: 1440, height: 900 } });
  if (path !== "/help") await signIn(page, url, person);
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
  await page.context().clearCookies({ name: "never" });
  await page.goto(url + path, { waitUntil: "load" });
  await page.waitForTimeout(3_000);
  await then?.(page);
  await Promise.all(waiting);
  const total = [...scripts.values()].reduce((sum, size) => sum + size, 0);
  const largest = [...scripts].sort((a, b) => b[1] - a[1]).slice(0, 8);
  await page.context().close();
  return { path, kilobytes: Math.round(total / 102.4) / 10, scripts: scripts.size, largest };
};
const compose = async (page: Awaited<ReturnType<typeof openPage>>) => {
  await page.keyboard.press("r");
  await page.waitForTimeout(3_000);
};
for (const figures of [
  await measure("/inbox"),
  await measure(`/tickets/${number}`),
  await measure(`/tickets/${number}`, compose),
  await measure("/help"),
]) {
  console.log(JSON.stringify(figures));
}
await browser.close();
