import { desc, eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assistantRuns, messages, tickets } from "#db/schema/index.ts";
import {
  answering,
  type Fault,
  type ModelDouble,
  type Script,
  startModelDouble,
} from "#tests/support/model-double.ts";
import { type Backroom, jobsIn, openBackroom, untilQuiet } from "./backroom.ts";
import { dial, sendRaw } from "./smtp-client.ts";
import { openWorld, type World } from "./world.ts";

const triage = {
  category: "account",
  sentiment: "neutral",
  angry: false,
  angerQuotes: [],
  urgency: "normal",
  urgencyQuotes: [],
  complexity: "simple",
  asksForPerson: false,
  neverAutomatic: [],
  summary: "Wants a new password.",
};
const honest = answering(triage, { answerable: false, sentences: [] });

/** Each mail names an animal, and the model misbehaves for it. */
const faults: Record<string, Fault> = {
  // First, while the breaker is closed: the whole deadline is waited for.
  turtle: { kind: "hang" },
  otter: { kind: "valid", value: triage },
  badger: { kind: "text", text: "not json at all" },
  heron: { kind: "truncated", value: triage },
  magpie: { kind: "refusal" },
  weasel: { kind: "empty" },
  falcon: { kind: "status", status: 401 },
  beaver: { kind: "status", status: 429, headers: { "retry-after": "30" } },
  lynx: { kind: "status", status: 500 },
  stork: { kind: "cut", value: triage },
  walrus: { kind: "huge" },
  marmot: { kind: "valid", value: { ...triage, category: "__proto__", auto_close: true } },
};
const script: Script = (request, call) => {
  const animal = Object.keys(faults).find((name) => request.text.includes(name));
  return animal ? faults[animal]! : honest(request, call);
};

let double: ModelDouble;
let world: World;
let backroom: Backroom;
const acceptedAt = new Map<string, number>();
beforeAll(async () => {
  double = await startModelDouble(script);
  world = await openWorld("postgres");
  backroom = await openBackroom(world, {
    AI_MODEL: "openai:double",
    AI_BASE_URL: double.baseUrl("openai"),
    AI_API_KEY: "test",
  });
  const peer = await dial(backroom.port);
  await peer.say("EHLO relay.test");
  for (const animal of Object.keys(faults)) {
    const from = `${animal}@customer.test`;
    const head = `From: ${from}\r\nTo: support@desk.test\r\nSubject: Password\r\nMessage-ID: <${animal}@customer.test>`;
    const raw = Buffer.from(`${head}\r\n\r\nI forgot my password and my ${animal} wants to sign in.\r\n`);
    expect(await sendRaw(peer, { from, to: "support@desk.test", raw })).toMatch(/^250/);
    acceptedAt.set(animal, Date.now());
  }
  await untilQuiet(world, 120_000);
}, 180_000);
afterAll(async () => {
  await backroom?.stop();
  await world?.close();
  await double?.close();
});

const runsOf = async (step: "triage" | "draft") => {
  const rows = await world.database.db
    .select({ run: assistantRuns, body: messages.body })
    .from(assistantRuns)
    .innerJoin(messages, eq(messages.id, assistantRuns.messageId))
    .orderBy(desc(assistantRuns.createdAt));
  return rows.filter(({ run }) => run.step === step);
};

test("whatever the model does, each ticket is sorted once, within 20 seconds, by two calls at most", async () => {
  const runs = await runsOf("triage");
  for (const [animal, at] of acceptedAt) {
    const own = runs.filter(({ body }) => body.includes(animal)).map(({ run }) => run);
    expect(own, animal).toHaveLength(1);
    expect(own[0]!.createdAt.getTime() - at, animal).toBeLessThan(20_000);
    expect(own[0], animal).toMatchObject({ applied: true, evidence: { language: { code: "en" } } });
    const calls = double.requests.filter(
      ({ text, wanted }) => text.includes(animal) && wanted === "sort_ticket",
    );
    expect(calls.length, animal).toBeLessThanOrEqual(2);
  }
});

test("nothing is answered twice, no job is lost, and everybody has a way on", async () => {
  const drafted = await runsOf("draft");
  for (const animal of acceptedAt.keys())
    expect(drafted.filter(({ body }) => body.includes(animal)).length, animal).toBeLessThanOrEqual(1);
  const replies = (await world.database.db.select().from(messages)).filter(
    ({ authorKind, autoKind }) => authorKind === "assistant" && autoKind === null,
  );
  expect(new Set(replies.map(({ ticketId }) => ticketId)).size).toBe(replies.length);
  const states = (await world.database.db.select().from(tickets)).map(({ assistantState }) => assistantState);
  expect(states).toHaveLength(acceptedAt.size);
  expect(states.filter((state) => state === "waiting" || state === "sorted")).toEqual([]);
  const failed = await world.look((queues) => jobsIn(queues.assistant, ["failed"]));
  expect(failed.map(({ name, failedReason }) => `${name}: ${failedReason}`)).toEqual([]);
});
