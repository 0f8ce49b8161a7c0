/**
 * From the SMTP `250` to the ticket in an open inbox, sorted: what a person sitting there waits.
 *
 *     node bench/visible.ts http://127.0.0.1:3000 127.0.0.1:2525 40
 *
 * Needs a running demo desk on this machine, and Chromium. The floor is one reload of the same page.
 */
import { createTransport } from "nodemailer";
import { launchBrowser } from "../tests/support/browser.ts";

const [url = "http://127.0.0.1:3000", smtp = "127.0.0.1:2525", count = "40"] = process.argv.slice(2);
const [host, port] = smtp.split(":");
const transport = createTransport({ host, port: Number(port), ignoreTLS: true });
const questions = [
  "Where is my parcel?",
  "배송이 언제 오나요?",
  "How do I return boots?",
  "비밀번호를 잊었어요.",
];

const browser = await launchBrowser();
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
await page.goto(`${url}/sign-in`);
await page
  .locator("form button")
  .filter({ hasText: /agent|상담/i })
  .first()
  .click();
await page.waitForURL(/inbox/);
await page.goto(`${url}/inbox?view=team&status=all`);
await page.waitForTimeout(1500);

const floor: number[] = [];
for (let i = 0; i < 5; i++) {
  const from = performance.now();
  await page.reload({ waitUntil: "domcontentloaded" });
  floor.push(performance.now() - from);
}
await page.waitForTimeout(1500);

const shown: number[] = [];
const sorted: number[] = [];
for (let i = 0; i < Number(count); i++) {
  const mark = `B${Date.now().toString(36)}${i}`;
  const text = `${questions[i % questions.length]} ${mark}`;
  await transport.sendMail({
    from: `p${i}-${mark}@customer.test`,
    to: "support@localhost",
    subject: text,
    text,
  });
  const accepted = performance.now();
  const row = page.getByRole("listitem").filter({ hasText: mark }).first();
  await row.waitFor({ timeout: 30_000 });
  shown.push(performance.now() - accepted);
  // The assistant's mark stands on a row only when it has decided.
  await row.locator(".text-assistant-text").first().waitFor({ timeout: 30_000 });
  sorted.push(performance.now() - accepted);
  await page.waitForTimeout(300);
}
await browser.close();

const at = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1]!;
const line = (name: string, values: number[]) =>
  console.log(
    `${name}: p50 ${at(values, 0.5).toFixed(0)} ms, p95 ${at(values, 0.95).toFixed(0)} ms, most ${at(values, 1).toFixed(0)} ms`,
  );
line("one reload of the page (floor)", floor);
line("250 → visible", shown);
line("250 → visible, sorted and decided", sorted);
console.log(`ratio of the p95 to the floor's median: ${(at(sorted, 0.95) / at(floor, 0.5)).toFixed(1)}`);
