import type { Browser, Frame, Page, Request } from "playwright-core";
import { contentSecurityPolicy } from "#app/_server/page-policy.ts";
import { frameDocument, frameSandbox } from "#components/tickets/frame-document.ts";
import { forbiddenIn } from "./forbidden-remains.ts";

/** Where the mails are shown; nothing listens there. */
const page = { origin: "http://desk.test", url: "http://desk.test/tickets/1" };
const atOnce = 100;

export interface FramedMail {
  id: string;
  /** Sanitised, with the addresses of its pictures. */
  html: string;
  /** Words of the sender that have to be seen. */
  keep: readonly string[];
}

/** What each mail did, by its id; all empty when nothing happened. */
export interface Happened {
  dialogs: string[];
  requests: string[];
  moved: string[];
  remains: string[];
  /** Words that are not to be seen. */
  lost: string[];
  /** How many words were looked for, and mails shown. */
  words: number;
  shown: number;
}

/**
 * Shows mails in frames as the ticket page does, a hundred to a page under the page's own header policy, and touches
 * everything in them. `bare` takes away the header policy, the frame's policy and its sandbox: the sanitiser stands alone.
 */
export async function showFramed(
  browser: Browser,
  mails: readonly FramedMail[],
  { bare }: { bare: boolean },
): Promise<Happened> {
  const happened: Happened = {
    dialogs: [],
    requests: [],
    moved: [],
    remains: [],
    lost: [],
    words: 0,
    shown: 0,
  };
  for (let start = 0; start < mails.length; start += atOnce)
    await showPage(browser, mails.slice(start, start + atOnce), bare, happened);
  return happened;
}

async function showPage(browser: Browser, mails: readonly FramedMail[], bare: boolean, happened: Happened) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const batch = `one of ${mails[0]!.id}…${mails.at(-1)!.id}`;
  await context.addInitScript(listen);
  await context.route("**/*", (route) => {
    const request = route.request();
    const url = request.url();
    const frame = frameOf(request);
    if (url === page.url && request.isNavigationRequest() && frame?.parentFrame() === null)
      return route.fulfill({
        contentType: "text/html; charset=utf-8",
        body: pageOf(mails, bare),
        headers: headersOf(bare),
      });
    if (/^(?:data|blob|about):/.test(url)) return route.continue();
    // Pictures that came with the mail.
    if (url.startsWith(`${page.origin}/api/images/`)) return route.fulfill({ status: 204 });
    happened.requests.push(`${frame?.name() || batch} ${url}`);
    return route.abort();
  });
  const shown = await context.newPage();
  context.on("page", (other) => happened.dialogs.push(`${batch} opened ${other.url()}`));
  shown.on("dialog", (dialog) => {
    happened.dialogs.push(`${batch} ${dialog.message()}`);
    void dialog.dismiss();
  });
  shown.on("console", (line) => {
    const fired = /^FIRED (.*)$/.exec(line.text())?.[1];
    if (fired) happened.dialogs.push(fired);
  });
  await shown.goto(page.url, { waitUntil: "load", timeout: 120_000 });
  await touchAndLook(shown, mails, happened);
  if (shown.url() !== page.url) happened.moved.push(`${batch} ${shown.url()}`);
  await context.close();
}

/** None for the first request of a page that a mail has opened. */
function frameOf(request: Request): Frame | null {
  try {
    return request.frame();
  } catch {
    return null;
  }
}

async function touchAndLook(shown: Page, mails: readonly FramedMail[], happened: Happened): Promise<void> {
  const byId = new Map(mails.map((mail) => [mail.id, mail]));
  const frames = shown.frames().filter((frame) => frame.parentFrame() === shown.mainFrame());
  const look = `{ const seen = (${forbiddenIn})(${JSON.stringify(page.origin)}); (${touchAll})(); seen }`;
  const seen = await Promise.all(
    frames.map(async (frame) => {
      // A frame that has its own process may come without its name.
      const name = frame.name() || (await (await frame.frameElement()).getAttribute("name")) || "";
      return { name, ...((await frame.evaluate(look)) as ReturnType<typeof forbiddenIn>) };
    }),
  );
  for (const { name, remains, text } of seen) {
    const mail = byId.get(name);
    if (!mail) {
      happened.moved.push(`a frame is named ${name}`);
      continue;
    }
    happened.shown += 1;
    happened.remains.push(...remains.map((what) => `${name} ${what}`));
    for (const words of mail.keep) {
      happened.words += 1;
      if (!flat(text).includes(flat(words))) happened.lost.push(`${name} ${words}`);
    }
  }
  // What was set off by the touching has its turn.
  await shown.waitForTimeout(500);
  for (const frame of frames)
    if (frame.url() !== "about:srcdoc") happened.moved.push(`${frame.name()} ${frame.url()}`);
}

function headersOf(bare: boolean): Record<string, string> {
  return bare ? {} : { "content-security-policy": contentSecurityPolicy("0", false) };
}

function pageOf(mails: readonly FramedMail[], bare: boolean): string {
  const quoted = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
  const frames = mails.map(({ id, html }) => {
    const document = frameDocument(html, page.origin);
    const inner = bare ? document.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "") : document;
    const sandbox = bare ? "" : `sandbox="${frameSandbox}"`;
    return `<article><iframe name="${quoted(id)}" ${sandbox} referrerpolicy="no-referrer" srcdoc="${quoted(inner)}"></iframe></article>`;
  });
  return `<!doctype html><meta charset="utf-8"><title>mails</title><body><form><input name="csrfToken" value="a1b2"></form>${frames.join("\n")}`;
}

const flat = (text: string) => text.replace(/\s+/g, " ").trim();

/** In every frame: a call that a script is after is said on the console. Runs in the page. */
function listen(): void {
  const { name: frame } = window;
  for (const name of ["alert", "confirm", "prompt", "print"] as const)
    Reflect.set(window, name, () => console.log(`FIRED ${frame} ${name}`));
}

/** Hovers, focuses, scrolls and presses everything but links out, whose opening is the reader's own will. Runs in the page. */
function touchAll(): void {
  const events =
    "mouseover mouseenter mousemove pointerover focus focusin input scroll animationend transitionend toggle";
  for (const element of document.querySelectorAll<HTMLElement>("*")) {
    for (const type of events.split(" ")) element.dispatchEvent(new Event(type, { bubbles: true }));
    if (element.closest("a[href^=http], a[href^=mailto], a[href^=tel]")) continue;
    if (element.click) element.click();
    else element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
  }
  window.dispatchEvent(new Event("scroll"));
}
