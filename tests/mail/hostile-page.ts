import { setTimeout as sleep } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";

/** In every frame: a call that a script is after is said on the console. Runs in the page. */
function listen(): void {
  for (const name of ["alert", "confirm", "prompt", "print"] as const)
    Reflect.set(window, name, () => console.log(`FIRED ${name}`));
}

/** Hovers, focuses, scrolls and presses everything. Runs in the page. */
function touchAll(): void {
  const events = "mouseover mouseenter mousemove pointerover focus focusin input scroll animationend";
  for (const element of document.querySelectorAll<HTMLElement>("*")) {
    for (const type of events.split(" ")) element.dispatchEvent(new Event(type, { bubbles: true }));
    // Elements of SVG have no click of their own.
    if (element.click) element.click();
    else element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
  }
  window.dispatchEvent(new Event("scroll"));
}

/** What around a mail some vectors are after: the reply form and its secret. */
const surroundings = '<form id="reply"><input name="csrfToken" value="a1b2"></form>';
const patienceMs = 3000;

interface Fired {
  script: boolean;
  net: boolean;
}

/**
 * Shows a vector as it is, alone on a page of its own origin, and touches it. `wanted` ends the waiting early. One that
 * takes the page down has fired.
 */
async function tryRaw(page: Page, payload: string, origin: string, wanted: Fired): Promise<Fired> {
  const fired: Fired = { script: false, net: false };
  page.on("console", (line) => {
    if (line.text().startsWith("FIRED")) fired.script = true;
  });
  page.on("dialog", (dialog) => void dialog.dismiss().catch(() => {}));
  page.on("crash", () => {
    fired.script = true;
    fired.net = true;
  });
  page.on("request", (request) => {
    const url = request.url();
    if (url !== origin && !/^(?:data|blob|about):|\/favicon\.ico$/.test(url)) fired.net = true;
  });
  await page.route("**/*", (route) =>
    route.request().url() === origin
      ? route.fulfill({
          contentType: "text/html; charset=utf-8",
          body: `<!doctype html><body>${surroundings}${payload}</body></html>`,
        })
      : route.abort(),
  );
  const done = () => (!wanted.script || fired.script) && (!wanted.net || fired.net);
  const until = async (limitMs: number) => {
    for (let waited = 0; waited < limitMs && !done(); waited += 30) await sleep(30);
  };
  const within = (work: Promise<unknown>) => Promise.race([work.catch(() => {}), sleep(patienceMs)]);
  await within(page.goto(origin, { waitUntil: "load" }));
  await until(150);
  if (!done()) await within(page.evaluate(touchAll));
  await until(patienceMs / 2);
  return fired;
}

interface Vector {
  id: string;
  payload: string;
  wanted: Fired;
}

/** Those that did not do what they are known to do, after a second and a third try, the last one alone. */
export async function silentVectors(launch: () => Promise<Browser>, vectors: readonly Vector[]) {
  let browser = await launch();
  const look = async (some: readonly Vector[], atOnce: number): Promise<Vector[]> => {
    const silent: Vector[] = [];
    for (let at = 0; at < some.length; at += atOnce) {
      if (!browser.isConnected()) browser = await launch();
      // Low, so that a page of line breaks scrolls.
      const context = await browser.newContext({ viewport: { width: 800, height: 200 } });
      await context.addInitScript(listen);
      await Promise.all(
        some.slice(at, at + atOnce).map(async (vector, index) => {
          const fired = await context
            .newPage()
            .then((page) => tryRaw(page, vector.payload, `http://v${index}.mail.test/`, vector.wanted))
            .catch(() => ({ script: false, net: false }));
          if ((vector.wanted.script && !fired.script) || (vector.wanted.net && !fired.net))
            silent.push(vector);
        }),
      );
      await Promise.race([context.close().catch(() => {}), sleep(patienceMs)]);
    }
    return silent;
  };
  const silent = await look(await look(await look(vectors, 8), 2), 1);
  await browser.close().catch(() => {});
  return silent;
}
