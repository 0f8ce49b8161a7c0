import { expect, test } from "vitest";
import { classify, trainClassifier } from "./classifier.ts";
import { buildOverlay, overlay } from "./corrections.ts";
import { smallDesk } from "./small-desk.ts";

const model = trainClassifier(smallDesk(20));
const corrections = buildOverlay([
  { id: "one", text: "the flowers smell of petrol", label: "refund" },
  { id: "two", text: "who painted the sunflowers", label: null },
  { id: "three", text: "hello, i forgot my password", label: "password" },
]);
const asked = (text: string) => overlay(classify(model, text), corrections, text);

test("a correction works at once, and is not trusted blindly", () => {
  expect(asked("these flowers smell of petrol!")).toMatchObject({
    predicted: "refund",
    because: "one",
    accepted: false,
  });
});

test("a correction to none of the categories lowers the scope", () => {
  const text = "who painted those sunflowers";
  expect(asked(text).inScope).toBeLessThan(0.5);
  expect(asked(text).accepted).toBe(false);
});

test("a confirmation changes nothing but names itself", () => {
  const text = "hello, i forgot my password";
  expect(asked(text)).toEqual({ ...classify(model, text), because: "three" });
});

test("what no correction resembles stays as it was", () => {
  expect(asked("구독을 멈춰 주세요")).toEqual(classify(model, "구독을 멈춰 주세요"));
});

test("the newest of two equal corrections wins", () => {
  const both = buildOverlay([
    { id: "old", text: "the ribbon is missing", label: "delivery" },
    { id: "new", text: "the ribbon is missing", label: "refund" },
  ]);
  const text = "the ribbon is missing";
  expect(overlay(classify(model, text), both, text)).toMatchObject({ predicted: "refund", because: "new" });
});
