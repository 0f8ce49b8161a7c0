/**
 * From a person's correction to the first ticket that is sorted by it.
 *
 *     node bench/effect.ts http://127.0.0.1:3000 127.0.0.1:2525 TOKEN 10
 *
 * Needs a running desk on this machine and a token that reads and writes. Each round invents a thing that no desk knows, corrects
 * the category of a mail about it, and then mails about it twice a second until one is sorted as corrected. The floor is the
 * sorting of a mail.
 */
import { createTransport } from "nodemailer";
import { quantiles } from "./quantiles.ts";

const [url = "http://127.0.0.1:3000", smtp = "127.0.0.1:2525", token = "", rounds = "10"] =
  process.argv.slice(2);
const [host, port] = smtp.split(":");
const transport = createTransport({ host, port: Number(port), ignoreTLS: true });

type Ticket = { number: number; subject: string; category: string | null };
type Sorted = {
  classification: { category: { id: string | null; accepted: boolean; ranking: { id: string }[] } } | null;
};

async function api<Body>(method: string, path: string, body?: unknown): Promise<Body> {
  const response = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as Body;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function mail(subject: string, text: string): Promise<number> {
  const from = `e${Math.random().toString(36).slice(2)}@customer.test`;
  await transport.sendMail({ from, to: "support@localhost", subject, text });
  return performance.now();
}

/** The ticket with this subject once the assistant has sorted it, and when that was seen. */
async function sortedTicket(
  subject: string,
): Promise<{ number: number; first: string | undefined; at: number }> {
  for (;;) {
    const { data } = await api<{ data: Ticket[] }>("GET", "/tickets?limit=20");
    const found = data.find((one) => one.subject === subject);
    const sorted = found && (await api<Sorted>("GET", `/tickets/${found.number}/assistant`)).classification;
    if (sorted) return { number: found.number, first: sorted.category.ranking[0]?.id, at: performance.now() };
    await pause(100);
  }
}

/** Categories by key, as far as sorted tickets tell their ids. */
async function knownCategories(): Promise<Map<string, string>> {
  const known = new Map<string, string>();
  const { data } = await api<{ data: Ticket[] }>("GET", "/tickets?limit=60");
  for (const { number, category } of data) {
    const { classification } = await api<Sorted>("GET", `/tickets/${number}/assistant`);
    if (category && classification?.category.accepted && classification.category.id)
      known.set(category, classification.category.id);
  }
  return known;
}

const categories = await knownCategories();
const effect: number[] = [];
const floor: number[] = [];
for (let round = 0; round < Number(rounds); round++) {
  const thing = `${word(3)} ${word(2)}`;
  const say = (n: number) => `My ${thing} makes a ${word(2)} noise when I turn the ${thing} on, number ${n}`;
  const begun = say(0);
  const sent = await mail(begun, begun);
  const sorted = await sortedTicket(begun);
  floor.push(sorted.at - sent);
  const [key, wanted] = [...categories].find(([, id]) => id !== sorted.first)!;
  await api("PATCH", `/tickets/${sorted.number}`, { category: key });
  const corrected = performance.now();
  for (let n = 1; ; n++) {
    const next = say(n);
    const [accepted] = await Promise.all([mail(next, next), pause(500)]);
    if ((await sortedTicket(next)).first !== wanted) continue;
    effect.push(accepted - corrected);
    break;
  }
}
console.log(
  JSON.stringify({ sortingMs: quantiles(floor), correctionToEffectMs: quantiles(effect), n: effect.length }),
);

/** A word of so many syllables that means nothing. */
function word(syllables: number): string {
  const pick = (letters: string) => letters[Math.floor(Math.random() * letters.length)]!;
  return Array.from({ length: syllables }, () => pick("bdfgklmnprstvz") + pick("aeiou")).join("");
}
