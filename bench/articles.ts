/**
 * What a desk of many articles costs the assistant: reading what it knows, loading, one ticket, and the candidates for one question
 * as Postgres finds them.
 *
 *     node bench/articles.ts [articles]
 *
 * Makes a database of its own. The floor of a ticket is one pass of the bare tokeniser over the same text.
 */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "#bin/embedded-postgres.ts";
import { migrateDatabase } from "#bin/migrate.ts";
import { connect } from "#db/client.ts";
import { articles } from "#db/schema/index.ts";
import { seedBase } from "#db/seed/seed-base.ts";
import { seedShop } from "#db/seed/seed-shop.ts";
import { createAssistant } from "#lib/ai/assistant.ts";
import { normalise } from "#lib/ai/builtin/text/normalise.ts";
import { tokens } from "#lib/ai/builtin/text/tokens.ts";
import { type UntrustedThread, untrusted } from "#lib/domain/triage/thread.ts";
import { knowledgeVersion, readKnowledge } from "#lib/reads/knowledge.ts";
import { createContext } from "#lib/services/context.ts";
import { fillArticleSearch } from "#lib/services/search/fill-article-search.ts";
import { transact } from "#lib/services/transact.ts";
import { quantiles } from "./quantiles.ts";

const count = Number(process.argv[2] ?? 20_000);
const publicUrl = "http://127.0.0.1";
const dataDir = mkdtempSync(join(tmpdir(), "baton-articles-"));
const server = await startEmbeddedPostgres({ dataDir, durable: false });
const connection = connect(server.url, { name: "bench", max: 4 });
try {
  await migrateDatabase(server.url);
  const config = { publicUrl, mailDomain: "desk.test", secret: "a-secret-for-benchmarks-of-at-least-32" };
  const ctx = createContext({ db: connection.db, actor: { kind: "system" }, config });
  await seedBase(ctx, { mailFrom: "support@desk.test" });
  await transact(ctx, seedShop);
  const texts = practice();
  await fill(texts);

  const figures: Record<string, unknown> = { articles: count };
  figures.fillSearchSeconds = (await timed(() => fillArticleSearch(ctx))) / 1_000;
  figures.versionMs = quantiles(await times(20, () => knowledgeVersion(connection.db)));
  let knowledge = await readKnowledge(connection.db, publicUrl);
  figures.readMs = await timed(async () => {
    knowledge = await readKnowledge(connection.db, publicUrl);
  });
  figures.readAgainMs = await timed(() => readKnowledge(connection.db, publicUrl, knowledge));
  const assistant = createAssistant({ knowledge });
  const whole = async (text: string) => {
    const { evidence } = await assistant.triage(threadOf(text));
    await assistant.draftReply(threadOf(text), evidence);
  };
  figures.loadMs = await timed(() => whole(texts[0]!));
  for (const text of texts.slice(0, 40)) await whole(text);
  if (knowledge.findArticles) {
    const find = knowledge.findArticles;
    figures.candidatesMs = quantiles(
      await times(texts.length, (i) => find(texts[i]!, /\p{Script=Hangul}/u.test(texts[i]!) ? "ko" : "en")),
    );
  }
  figures.tokeniserMs = quantiles(await times(texts.length, async (i) => tokens(normalise(texts[i]!))));
  figures.ticketMs = quantiles(await times(texts.length, (i) => whole(texts[i]!)));
  figures.n = texts.length;
  console.log(JSON.stringify(figures, null, 2));
} finally {
  await connection.close();
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Half of them Korean; each says eight things that customers say. */
async function fill(texts: readonly string[]): Promise<void> {
  const korean = texts.filter((text) => /\p{Script=Hangul}/u.test(text));
  const english = texts.filter((text) => !/\p{Script=Hangul}/u.test(text));
  const rows = Array.from({ length: count }, (_, i) => {
    const own = i % 2 ? english : korean;
    return {
      slug: `bench-${i}`,
      lang: i % 2 ? ("en" as const) : ("ko" as const),
      title: `${own[i % own.length]!.slice(0, 200)} ${i}`,
      body: Array.from({ length: 8 }, (_, n) => own[(i * 7 + n * 13) % own.length]).join("\n"),
      publishedAt: new Date(),
      updatedAt: new Date(),
    };
  });
  for (let at = 0; at < rows.length; at += 2_000)
    await connection.db.insert(articles).values(rows.slice(at, at + 2_000));
}

function practice(): string[] {
  return ["practice", "ours"].flatMap((name) =>
    readFileSync(new URL(`../tests/evals/tickets/${name}.jsonl`, import.meta.url), "utf8")
      .trim()
      .split("\n")
      .map((line) => (JSON.parse(line) as { text: string }).text),
  );
}

function threadOf(text: string): UntrustedThread {
  const message = { id: "m", from: "customer" as const, text: untrusted(text), at: new Date(0) };
  return { ticketId: "t", version: 1, subject: untrusted(""), channel: "email", messages: [message] };
}

async function times(n: number, work: (i: number) => Promise<unknown>): Promise<number[]> {
  const taken: number[] = [];
  for (let i = 0; i < n; i++) taken.push(await timed(() => work(i)));
  return taken;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return Math.round((performance.now() - from) * 10) / 10;
}
