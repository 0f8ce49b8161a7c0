import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "playwright-core";
import { fewerColours } from "./fewer-colours.ts";
import { pages, type Role } from "./pages.ts";

/**
 * Takes the pictures of a running demonstration desk, beside this file, as `<page>-<width>-<theme>-<lang>.png`:
 * `node docs/screens/take.ts http://localhost:3000 [pattern] [--admin "email password"] [--link <one-time link>]`.
 * The pattern picks names: `^inbox`, `1440-dark`, `ticket-390-light-ko`. The demonstration has no administrator
 * that one can enter as: without one of yours their pages are left out, and said so; and so is what stands behind a
 * link of `baton user add`, which opening does not use up.
 */
const widths: Record<number, number> = { 1440: 900, 1024: 768, 390: 844 };
const themes = ["light", "dark"] as const;
const langs = ["en", "ko"] as const;
type Lang = (typeof langs)[number];

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { admin: { type: "string" }, link: { type: "string" } },
});
const [url = "", pattern = ""] = positionals;
if (!URL.canParse(url)) {
  process.stderr.write(
    'node docs/screens/take.ts <url of a demonstration desk> [pattern] [--admin "email password"] [--link <one-time link>]\n',
  );
  process.exit(2);
}

const browser = await chromium.launch({
  executablePath: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find(
    existsSync,
  ),
  args: ["--no-sandbox", "--disable-gpu"],
});
const roles = [...new Set(Object.values(pages).map(({ as }) => as))];
let total = 0;
for (const lang of langs) for (const role of roles) await takeAs(browser, role, lang);
await browser.close();
process.stdout.write(`${(total / 1e6).toFixed(1)} MB\n`);

function nameOf(page: string, width: string, theme: string, lang: Lang): string {
  return `${page}-${width}-${theme}-${lang}`;
}

/** All that one role sees in one language, entered once. */
async function takeAs(browser: Browser, role: Role, lang: Lang): Promise<void> {
  const names = Object.keys(pages).filter((name) => pages[name]!.as === role && mayTake(name));
  const shots = names.flatMap((name) =>
    Object.keys(widths).map((width) => ({
      name,
      width,
      themes: themes.filter((theme) => nameOf(name, width, theme, lang).match(pattern)),
    })),
  );
  const wanted = shots.filter((shot) => shot.themes.length > 0);
  if (wanted.length === 0) return;
  if (role === "admin" && !values.admin) {
    process.stdout.write(`left out, for want of an administrator: ${names.join(", ")}\n`);
    return;
  }
  const context = await browser.newContext({
    locale: lang === "ko" ? "ko-KR" : "en-US",
    timezoneId: "Asia/Seoul",
    reducedMotion: "reduce",
  });
  // As chosen on this device: it stands above the account's own language.
  await context.addCookies([{ name: "baton_locale", value: lang, url }]);
  const page = await context.newPage();
  const home = await enter(page, role);
  for (const { name, width, themes } of wanted) {
    await page.setViewportSize({ width: Number(width), height: widths[Number(width)]! });
    await page.emulateMedia({ colorScheme: themes[0]! });
    await pages[name]!.open(page, { url, home, lang, link: values.link ?? "" });
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(500);
    for (const theme of themes) {
      await page.emulateMedia({ colorScheme: theme });
      await page.waitForTimeout(50);
      await take(page, nameOf(name, width, theme, lang));
    }
  }
  await context.close();
}

function mayTake(name: string): boolean {
  if (name !== "sign-in-link" || values.link) return true;
  process.stdout.write(`left out, for want of a link: ${name}\n`);
  return false;
}

async function take(page: Page, name: string): Promise<void> {
  const path = fileURLToPath(new URL(`${name}.png`, import.meta.url));
  const picture = fewerColours(await page.screenshot({ animations: "disabled", caret: "hide" }));
  await writeFile(path, picture);
  const size = picture.length;
  total += size;
  process.stdout.write(`${name}.png ${Math.round(size / 1000)} kB${size > 200_000 ? ", over 200" : ""}\n`);
}

/** Where it leads. */
async function enter(page: Page, role: Role): Promise<string> {
  if (role === "nobody") return url;
  await page.goto(`${url}/sign-in`);
  if (role === "admin") {
    const [email = "", ...password] = (values.admin ?? "").split(" ");
    await page.locator("input[name=email]").fill(email);
    await page.locator("input[name=password]").fill(password.join(" "));
    await page.locator("input[name=password]").press("Enter");
  } else await page.locator(`button[name=role][value=${role}]`).click();
  await page.waitForURL(/\/(inbox|dashboard|help\/t\/)/);
  return page.url();
}
