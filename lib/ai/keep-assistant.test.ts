import { expect, test, vi } from "vitest";
import { smallDesk, threadOf } from "#tests/support/small-desk.ts";
import { keepAssistant } from "./keep-assistant.ts";
import type { Knowledge } from "./knowledge.ts";
import { learnFromPeople } from "./learn.ts";

vi.setConfig({ testTimeout: 60_000 });

type Loaded = { knowledge: Knowledge; classifier?: Uint8Array };

function sourceOf(knowledge: Knowledge) {
  const source = {
    knowledge,
    version: async () => source.knowledge.version,
    load: vi.fn(async (): Promise<Loaded> => ({ knowledge: source.knowledge })),
  };
  return source;
}

test("a correction counts for the next ticket that is like it", async () => {
  const source = sourceOf(smallDesk);
  const assistant = keepAssistant(source, { freshForMs: 0 });
  const odd = "The frobnicator of my gizmo wobbles when I twist it";
  expect((await assistant.triage(threadOf(odd))).evidence.category.id).not.toBe("c-refund");

  const example = { id: "e1", text: `${odd} sideways`, categoryId: "c-refund" };
  source.knowledge = { ...smallDesk, examples: [example], version: "small-2" };
  expect((await assistant.triage(threadOf(odd))).evidence.category.ranking[0]?.id).toBe("c-refund");
});

test("tickets that arrive together load the knowledge once", async () => {
  const source = sourceOf(smallDesk);
  const assistant = keepAssistant(source);
  await Promise.all([1, 2, 3].map(() => assistant.triage(threadOf("Where is my parcel?"))));
  expect(source.load).toHaveBeenCalledTimes(1);
});

test("when a reload fails the older knowledge serves on", async () => {
  const source = sourceOf(smallDesk);
  const assistant = keepAssistant(source, { freshForMs: 0 });
  await assistant.triage(threadOf("Where is my parcel?"));
  source.knowledge = { ...smallDesk, version: "small-2" };
  source.load.mockRejectedValue(new Error("the database is away"));
  expect((await assistant.triage(threadOf("Where is my parcel?"))).evidence.category.id).toBe("c-delivery");
});

test("a classifier that the source brings is the one that sorts", async () => {
  const source = sourceOf(smallDesk);
  const text = "wobbly frob zork";
  const assistant = keepAssistant(source, { freshForMs: 0 });
  expect((await assistant.triage(threadOf(text))).evidence.category.ranking[0]?.id).not.toBe("c-refund");

  const examples = ["shiny", "tiny", "huge", "green", "loud", "quiet"].flatMap((word, i) =>
    [["c-refund", "frob zork"] as const, ["c-delivery", "parcel truck"] as const].map(
      ([categoryId, say]) => ({
        id: `${categoryId}-${i}`,
        text: `${word} ${say}`,
        categoryId,
      }),
    ),
  );
  const { bytes, metrics } = await learnFromPeople({ ...smallDesk, examples }, null);
  expect(metrics).toMatchObject({ rows: 12, newer: null, agrees: null });
  source.load.mockResolvedValue({ knowledge: smallDesk, classifier: bytes });
  source.knowledge = { ...smallDesk, version: "small-2" };
  expect((await assistant.triage(threadOf(text))).evidence.category.ranking[0]?.id).toBe("c-refund");
});

test("a classifier that cannot be read fails the ticket that needs it, and nothing else", async () => {
  const source = sourceOf(smallDesk);
  source.load.mockResolvedValueOnce({ knowledge: smallDesk, classifier: Buffer.from("no classifier") });
  const assistant = keepAssistant(source, { freshForMs: 0 });
  const asked = threadOf("Where is my parcel?");
  await expect(assistant.triage(asked)).rejects.toThrow("not a classifier");
  source.knowledge = { ...smallDesk, version: "small-2" };
  expect((await assistant.triage(asked)).evidence.category.id).toBe("c-delivery");
});
