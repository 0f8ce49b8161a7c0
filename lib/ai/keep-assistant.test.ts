import { expect, test, vi } from "vitest";
import { smallDesk, threadOf } from "#tests/support/small-desk.ts";
import { keepAssistant } from "./keep-assistant.ts";
import type { Knowledge } from "./knowledge.ts";

vi.setConfig({ testTimeout: 60_000 });

function sourceOf(knowledge: Knowledge) {
  const source = {
    knowledge,
    version: async () => source.knowledge.version,
    load: vi.fn(async () => ({ knowledge: source.knowledge })),
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

test("what people sorted is learnt in the background", async () => {
  const gadgets = ["wobbly", "shiny", "tiny", "huge", "green", "loud", "quiet"];
  const examples = gadgets.flatMap((word, i) =>
    ["c-login", "c-delivery", "c-refund"].map((categoryId) => ({
      id: `${categoryId}-${i}`,
      text: `${word} frob ${categoryId.slice(2)}-like zork`,
      categoryId,
    })),
  );
  const source = sourceOf({ ...smallDesk, examples });
  const assistant = keepAssistant(source, { freshForMs: 0, gatherForMs: 1 });
  const first = await assistant.triage(threadOf("Where is my parcel?"));
  await vi.waitFor(
    async () =>
      expect((await assistant.triage(threadOf("Where is my parcel?"))).inputHash).not.toBe(first.inputHash),
    { timeout: 30_000, interval: 200 },
  );
});
