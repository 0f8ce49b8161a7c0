import { describe, expect, test, vi } from "vitest";
import { classify, loadModel, serialiseModel, thresholdFor, trainClassifier } from "./classifier.ts";
import { smallDesk } from "./small-desk.ts";
import { trainInWorker } from "./train-in-worker.ts";

vi.setConfig({ testTimeout: 60_000 });

const rows = smallDesk(50);
const model = trainClassifier(rows);

describe("a model of two hundred tickets", () => {
  test.each([
    ["my flowers never came", "delivery"],
    ["refund please, the roses were dead", "refund"],
    ["로그인 비밀번호가 기억 안 나요", "password"],
    ["구독 해지 부탁드려요", "subscription"],
  ])("sorts %j as %s", (text, label) => {
    const { predicted, ranking } = classify(model, text);
    expect(predicted).toBe(label);
    expect(ranking).toHaveLength(4);
    expect(ranking.reduce((sum, entry) => sum + entry.score, 0)).toBeCloseTo(1);
  });

  test("accepts what it has seen often and nothing foreign", () => {
    expect(classify(model, "hello, i forgot my password")).toMatchObject({
      predicted: "password",
      accepted: true,
    });
    const foreign = classify(model, "which planet has the largest moon");
    expect(foreign.accepted).toBe(false);
    expect(foreign.inScope).toBeLessThan(0.5);
  });

  test("is stricter for a higher precision", () => {
    expect(thresholdFor(model, 0.99)).toBeGreaterThanOrEqual(thresholdFor(model, 0.7));
    expect(thresholdFor(model, 0.999)).toBe(2);
  });

  test("survives storage unchanged", () => {
    const loaded = loadModel(serialiseModel(model));
    for (const { text } of rows.slice(0, 20)) expect(classify(loaded, text)).toEqual(classify(model, text));
  });

  test("is the same when trained again, and when trained in a thread", async () => {
    const bytes = serialiseModel(model);
    expect(serialiseModel(trainClassifier(rows)).equals(bytes)).toBe(true);
    expect((await trainInWorker(rows)).equals(bytes)).toBe(true);
  });

  test.each(["", "   ", "?!", "\u0000", "🙂".repeat(50), "가".repeat(5000)])(
    "answers to odd text",
    (text) => {
      const { confidence, inScope } = classify(model, text);
      expect(confidence).toBeGreaterThanOrEqual(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(inScope).toBeGreaterThanOrEqual(0);
    },
  );
});

describe("the first day", () => {
  const names = {
    a1: ["Delivery", "배송", "Parcels, tracking and late orders"],
    b2: ["Refunds", "환불", "Money back and returns"],
    c3: ["Login and password", "로그인·비밀번호"],
  };

  test.each([
    ["where is my package", "a1"],
    ["돈을 돌려받고 싶습니다", "b2"],
    ["I cannot sign in", "c3"],
  ])("names alone sort %j", (text, label) => {
    const cold = trainClassifier([], { names });
    expect(classify(cold, text)).toMatchObject({ predicted: label, accepted: false });
  });

  test("one example counts at once", () => {
    const taught = trainClassifier([{ text: "the vase has a crack", label: "b2" }], { names });
    expect(classify(taught, "a crack in my vase").predicted).toBe("b2");
  });

  test("nothing to learn is refused", () => {
    expect(() => trainClassifier([])).toThrow("no label");
  });
});

test("rows without a label teach what is none of the categories", () => {
  const off = [
    "tell me a joke",
    "what is the capital of peru",
    "sing a song for me",
    "노래 불러 줘",
    "오늘 날씨 어때",
    "who won the match",
  ];
  const strangers = Array.from({ length: 30 }, (_, i) => ({
    text: `${off[i % off.length]} ${i % 5}`,
    label: null,
  }));
  const wise = trainClassifier([...rows, ...strangers]);
  expect(wise.header.labels).not.toContain(null);
  expect(classify(wise, "sing me a joke").inScope).toBeLessThan(classify(wise, "refund my order").inScope);
});

test("bytes that are no model are refused", () => {
  expect(() => loadModel(Buffer.from("something else"))).toThrow("not a classifier");
  expect(() => loadModel(serialiseModel(model).subarray(0, 4000))).toThrow();
});
