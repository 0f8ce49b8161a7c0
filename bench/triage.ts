/**
 * What the built-in assistant costs: memory and loading, one ticket, many articles, odd words, and learning 10,000 tickets.
 *
 *     node bench/triage.ts [tickets to learn] [articles]
 *
 * Needs nothing but Node; each part runs in a process of its own, under the flags of a worker. The floor of what is timed is one pass of the
 * bare tokeniser over the same texts in the same process; that of the held event loop is a thread that only computes.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { Worker } from "node:worker_threads";
import { nodeFlags } from "#bin/start/children.ts";
import { type UntrustedThread, untrusted } from "#lib/domain/triage/thread.ts";
import { quantiles } from "./quantiles.ts";

const [toLearn = "10000", articles = "2000", part] = process.argv.slice(2);
const parts: Record<string, () => Promise<unknown>> = {
  "small desk": () => measureDesk(0),
  "many articles": () => measureDesk(Number(articles)),
  "odd words": measureOddWords,
  learning: () => measureLearning(Number(toLearn)),
};
if (part) console.log(JSON.stringify(await parts[part]!()));
else console.log(JSON.stringify(inProcesses(), null, 2));

/** The heap is collected where memory is looked at, so that it tells what is kept. */
function inProcesses(): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(parts).map((name) => {
      const args = [...nodeFlags, "--expose-gc", import.meta.filename, toLearn, articles, name];
      return [name, JSON.parse(execFileSync(process.execPath, args, { encoding: "utf8" }))];
    }),
  );
}

async function measureDesk(more: number) {
  const before = memory();
  const { createAssistant } = await import("#lib/ai/assistant.ts");
  const { sampleDesk } = await import("#lib/ai/eval/sample-desk.ts");
  const texts = practice().map((row) => row.text);
  const shelf = Array.from({ length: more }, (_, i) => ({
    ...sampleDesk.articles[i % sampleDesk.articles.length]!,
    id: String(i),
    lang: "en",
    title: `${texts[i % texts.length]!} ${i}`,
    body: Array.from({ length: 8 }, (_, n) => texts[(i * 7 + n * 13) % texts.length]).join("\n"),
  }));
  const knowledge = { ...sampleDesk, articles: [...sampleDesk.articles, ...shelf] };

  const lag = heldLoop();
  const loadMs = await timed(async () => {
    const assistant = createAssistant({ knowledge });
    const { evidence } = await assistant.triage(threadOf(texts[0]!));
    await assistant.draftReply(threadOf(texts[0]!), evidence);
  });
  const held = lag();
  const assistant = createAssistant({ knowledge });
  const whole = async (text: string) => {
    const { evidence } = await assistant.triage(threadOf(text));
    await assistant.draftReply(threadOf(text), evidence);
  };
  for (const text of texts.slice(0, 40)) await whole(text);
  const floor: number[] = [];
  const ticket: number[] = [];
  const { normalise } = await import("#lib/ai/builtin/text/normalise.ts");
  const { tokens } = await import("#lib/ai/builtin/text/tokens.ts");
  for (const text of texts) {
    floor.push(await timed(async () => tokens(normalise(text))));
    ticket.push(await timed(() => whole(text)));
  }
  return {
    articles: knowledge.articles.length,
    loadMs: Math.round(loadMs),
    loopHeldWhileLoadingMs: held,
    ticketMs: quantiles(ticket),
    overTokeniser: Math.round(median(ticket) / median(floor)),
    n: ticket.length,
    memoryGrownMb: Math.round((memory() - before) / 1e6),
  };
}

/** Nothing in reading a text may grow with the square of a word: twice the length should cost about twice the time. */
async function measureOddWords() {
  const { extractFeatures } = await import("#lib/ai/builtin/learn/features.ts");
  const { conceptScores } = await import("#lib/ai/builtin/starter-pack/concept-scores.ts");
  const read = (text: string) => timed(async () => [extractFeatures(text), conceptScores(text)]);
  const words: Record<string, (length: number) => string> = {
    latin: (length) => "ab".repeat(length / 2),
    hangul: (length) => "환".repeat(length),
    address: (length) => "a.".repeat(length / 2),
  };
  const figures: Record<string, unknown> = {};
  for (const [name, word] of Object.entries(words)) {
    await read(word(1000));
    const [half, whole] = [await read(word(50_000)), await read(word(100_000))];
    figures[name] = { ms: Math.round(whole), timesHalfTheLength: Math.round((10 * whole) / half) / 10 };
  }
  return figures;
}

async function measureLearning(count: number) {
  const { learnInWorker } = await import("#lib/ai/builtin/learn/train-in-worker.ts");
  const known = practice();
  const rows = Array.from({ length: count }, (_, i) => {
    const { text, category } = known[i % known.length]!;
    const other = known[(i * 31 + 7) % known.length]!.text.split(" ").slice(0, 4).join(" ");
    return { text: `${text} ${other} ${i % 997}`, label: category };
  });
  const floor = heldLoop();
  await computeInThread(2_000);
  const loopFloorMs = floor();
  const lag = heldLoop();
  const ms = await timed(() => learnInWorker({ rows }));
  return { tickets: count, seconds: Math.round(ms / 100) / 10, loopHeldMs: lag(), loopFloorMs };
}

function computeInThread(ms: number): Promise<void> {
  const worker = new Worker(`const end = Date.now() + ${ms}; while (Date.now() < end);`, { eval: true });
  return new Promise((resolve) => worker.once("exit", () => resolve()));
}

/** Starts looking; the answer is how long the event loop was held at most, in milliseconds. */
function heldLoop(): () => number {
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  return () => {
    lag.disable();
    return Math.round(lag.max / 1e6);
  };
}

type Row = { text: string; category: string };
function practice(): Row[] {
  return ["practice", "ours"].flatMap((name) =>
    readFileSync(new URL(`../tests/evals/tickets/${name}.jsonl`, import.meta.url), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Row),
  );
}

function memory(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss;
}

function threadOf(text: string): UntrustedThread {
  const message = { id: "m", from: "customer" as const, text: untrusted(text), at: new Date(0) };
  return { ticketId: "t", version: 1, subject: untrusted(""), channel: "email", messages: [message] };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
}
