import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Locator, type Page } from "playwright-core";
import { fewerColours } from "./fewer-colours.ts";

/**
 * Takes the pictures of a running demonstration desk, beside this file:
 * `node docs/screens/take.ts http://localhost:3000 [pattern]`, as `<page>-<width>-<theme>-<lang>.png`.
 * The pattern picks names: `inbox`, `1440-dark`, `ticket-390-light-ko`. Without it there are 108.
 */
type Role = "agent" | "manager" | "customer" | "nobody";
type Shot = { page: string; width: number; theme: "light" | "dark"; lang: "en" | "ko" };

const pages: Record<string, { as: Role; open: (page: Page, url: string, lang: string) => Promise<unknown> }> =
  {
    inbox: { as: "agent", open: (page, url) => page.goto(`${url}/inbox?view=team`) },
    ticket: { as: "agent", open: openTicket },
    dashboard: { as: "manager", open: (page, url) => page.goto(`${url}/dashboard?days=7`) },
    insights: { as: "manager", open: (page, url) => page.goto(`${url}/insights`) },
    settings: { as: "manager", open: (page, url) => page.goto(`${url}/settings/queues`) },
    help: { as: "nobody", open: (page, url) => page.goto(`${url}/help`) },
    form: { as: "nobody", open: (page, url) => page.goto(`${url}/help/new`) },
    customer: { as: "customer", open: async () => {} },
    "sign-in": { as: "nobody", open: (page, url) => page.goto(`${url}/sign-in`) },
  };
const heights: Record<number, number> = { 1440: 900, 1024: 768, 390: 844 };

/** A subject that shows what the assistant can do, in the shop that comes with the demonstration. */
const tellingTicket = /coupon|refund|return|cancel|쿠폰|반품|취소/i;

const [url = "", pattern = ""] = process.argv.slice(2);
if (!URL.canParse(url)) {
  process.stderr.write("node docs/screens/take.ts <url of a demonstration desk> [pattern]\n");
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    existsSync,
  ),
  args: ["--no-sandbox", "--disable-gpu"],
});
for (const shot of shots()) await take(browser, shot);
await browser.close();

function shots(): Shot[] {
  const all = Object.keys(pages).flatMap((page) =>
    [1440, 1024, 390].flatMap((width) =>
      (["light", "dark"] as const).flatMap((theme) =>
        (["en", "ko"] as const).map((lang) => ({ page, width, theme, lang })),
      ),
    ),
  );
  return all.filter((shot) => nameOf(shot).match(pattern));
}

function nameOf({ page, width, theme, lang }: Shot): string {
  return `${page}-${width}-${theme}-${lang}`;
}

/** Each in a browser of its own: nothing chosen for one picture shows in the next. */
async function take(browser: Browser, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: shot.width, height: heights[shot.width] ?? 900 },
    colorScheme: shot.theme,
    locale: shot.lang === "ko" ? "ko-KR" : "en-US",
    timezoneId: "Asia/Seoul",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  const { as, open } = pages[shot.page]!;
  await enter(page, as);
  await open(page, url, shot.lang);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(600);
  const path = fileURLToPath(new URL(`${nameOf(shot)}.png`, import.meta.url));
  const picture = fewerColours(await page.screenshot({ animations: "disabled", caret: "hide" }));
  await writeFile(path, picture);
  const size = picture.length;
  process.stdout.write(
    `${nameOf(shot)}.png ${Math.round(size / 1000)} kB${size > 200_000 ? ", over 200" : ""}\n`,
  );
  await context.close();
}

async function enter(page: Page, role: Role): Promise<void> {
  if (role === "nobody") return;
  await page.goto(`${url}/sign-in`);
  await page.locator(`button[name=role][value=${role}]`).click();
  await page.waitForURL(/\/(inbox|dashboard|help\/t\/)/);
}

async function firstOf(...lists: Locator[]): Promise<Locator> {
  for (const list of lists) if ((await list.count()) > 0) return list.first();
  throw new Error("This desk has no ticket in this language.");
}

/** One in the reader's language, with the assistant's draft waiting where there is one. */
async function openTicket(page: Page, url: string, lang: string): Promise<void> {
  await page.goto(`${url}/inbox?view=team&language=${lang}`);
  const rows = page.locator("li[data-row]");
  const drafted = rows.filter({ hasText: /draft ready|초안/i });
  const said = drafted.filter({ hasText: tellingTicket });
  const row = await firstOf(said, drafted, rows);
  await page.goto(`${url}/tickets/${await row.getAttribute("data-row")}?view=team`);
}
