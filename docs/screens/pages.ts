import type { Locator, Page } from "playwright-core";

export type Role = "agent" | "manager" | "admin" | "customer" | "nobody";
/** Opens a page at `url`; `home` is where entering as the role has led, `link` one that works once. */
type Open = (page: Page, at: { url: string; home: string; lang: string; link: string }) => Promise<unknown>;

const path =
  (path: string): Open =>
  (page, { url }) =>
    page.goto(url + path);

const settings = (as: Role, ...names: string[]) =>
  Object.fromEntries(names.map((name) => [`settings-${name}`, { as, open: path(`/settings/${name}`) }]));

/** Every page there is, and who sees it. */
export const pages: Record<string, { as: Role; open: Open }> = {
  inbox: { as: "agent", open: path("/inbox?view=team") },
  ticket: { as: "agent", open: openTicket },
  notices: { as: "agent", open: path("/notices") },
  mail: { as: "manager", open: path("/mail") },
  dashboard: { as: "manager", open: path("/dashboard?days=7") },
  "dashboard-tickets": { as: "manager", open: path("/dashboard/tickets?figure=open&days=7") },
  insights: { as: "manager", open: path("/insights") },
  settings: { as: "manager", open: path("/settings/queues") },
  ...settings("manager", "routing", "simulation", "skills", "fields", "categories", "articles", "macros"),
  ...settings("manager", "service-levels", "what-if", "notifications", "profile"),
  ...settings("admin", "agents", "mailboxes", "tokens", "webhooks", "desk", "satisfaction"),
  help: { as: "nobody", open: path("/help") },
  article: { as: "nobody", open: openArticle },
  ask: { as: "nobody", open: openAnswer },
  form: { as: "nobody", open: path("/help/new") },
  sent: { as: "nobody", open: path("/help/sent") },
  customer: { as: "customer", open: (page, { home }) => page.goto(home) },
  rate: { as: "customer", open: (page, { home }) => page.goto(`${home}/rate?score=good`) },
  gone: { as: "nobody", open: path("/help/t/none") },
  "sign-in": { as: "nobody", open: path("/sign-in") },
  "sign-in-reset": { as: "nobody", open: path("/sign-in/reset") },
  "sign-in-link": { as: "nobody", open: (page, { link }) => page.goto(link) },
  "sign-out": { as: "agent", open: path("/sign-out") },
};

/** A subject that shows what the assistant can do, in the shop that comes with the demonstration. */
const tellingTicket = /coupon|refund|return|cancel|쿠폰|반품|취소/i;

/** One in the reader's language, with the assistant's draft waiting where there is one. */
async function openTicket(page: Page, { url, lang }: Parameters<Open>[1]): Promise<void> {
  await page.goto(`${url}/inbox?view=team&language=${lang}`);
  const rows = page.locator("li[data-row]");
  const drafted = rows.filter({ hasText: /draft ready|초안/i });
  const row = await firstOf(drafted.filter({ hasText: tellingTicket }), drafted, rows);
  await page.goto(`${url}/tickets/${await row.getAttribute("data-row")}?view=team`);
}

async function openArticle(page: Page, { url }: Parameters<Open>[1]): Promise<void> {
  await page.goto(`${url}/help`);
  const link = page.locator('a[href^="/help/articles/"]').first();
  await page.goto(url + (await link.getAttribute("href")));
}

function openAnswer(page: Page, { url, lang }: Parameters<Open>[1]): Promise<unknown> {
  const question = lang === "ko" ? "반품은 어떻게 하나요?" : "How can I track my parcel?";
  return page.goto(`${url}/help/ask?q=${encodeURIComponent(question)}`);
}

async function firstOf(...lists: Locator[]): Promise<Locator> {
  for (const list of lists) if ((await list.count()) > 0) return list.first();
  throw new Error("This desk has no ticket in this language.");
}
