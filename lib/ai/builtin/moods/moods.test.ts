import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { calmBelow, isAngry } from "#lib/domain/triage/evidence.ts";
import { readAnger } from "../cues/read-anger.ts";
import { readUrgency } from "../cues/read-urgency.ts";
import { learnMoods, type MoodExample } from "./learn-moods.ts";
import { sentenceFeatures } from "./mood-features.ts";
import { marginsOf, packMoods, unpackMoods } from "./moods.ts";

const bitter = "Fourth link, fourth time it has expired. I do admire the consistency, it must take practice.";
const pressing = "The tills of all six shops stopped taking cards and people are leaving without paying.";
const calm = [
  "Hello, I bought a tent from you last month.",
  "아이가 쓸 의자를 하나 더 사려고 합니다.",
  "The colour is called sand.",
  "회원 번호는 따로 적어 두었습니다.",
  "My sister recommended your shop to me. She bought a lamp there. It stands in her hall.",
];

describe("calm sentences around it", () => {
  test.each([
    ["behind", (text: string) => [text, ...calm].join("\n")],
    ["before", (text: string) => [...calm, text].join("\n")],
    ["on both sides", (text: string) => [...calm, text, ...calm].join(" ")],
  ])("hide neither anger nor urgency: %s", (_, around) => {
    expect(isAngry(readAnger(around(bitter)))).toBe(true);
    expect(["high", "urgent"]).toContain(readUrgency(around(pressing)).level);
  });

  test("are calm however many they are", () => {
    const text = calm.join("\n");
    expect(readAnger(text).anger.score).toBeLessThan(calmBelow);
    expect(["low", "normal"]).toContain(readUrgency(text).level);
  });
});

test.each([
  ["Fourth link, fourth time it has expired. I do admire the consistency.", true],
  ["환불 승인 문자만 두 달째 구경하고 있네요. 이자라도 붙여 주시려나 봐요?", true],
  ["The parcel is three days late, could you look where it is?", false],
  ["포장을 뜯어 보니 접시에 금이 가 있네요.", false],
])("manner tells anger where no word does – %s: %s", (text, angry) => {
  const { score, cues } = readAnger(text).anger;
  expect(score >= 0.5).toBe(angry);
  if (angry) expect(cues.length).toBeGreaterThan(0);
  for (const cue of cues) expect(text.slice(cue.start, cue.end)).toBe(cue.text);
});

test("an empty text, and one of signs alone, is calm", () => {
  for (const text of ["", " \n ", "…", "~".repeat(6000)]) {
    expect(readAnger(text).anger.score).toBeLessThan(0.5);
    expect(["low", "normal"]).toContain(readUrgency(text).level);
  }
});

describe("moods that were learnt", () => {
  const examples: MoodExample[] = Array.from({ length: 30 }, (_, at) => ({
    text: at % 3 === 0 ? `You never answer, number ${at}!` : `Where do I find invoice ${at}?`,
    angry: at % 3 === 0 ? 1 : 0,
    urgency: at % 5 === 0 ? "critical" : "low",
  }));
  const of = (text: string) => sentenceFeatures(text);

  test("are the same from the same examples, and survive being kept", () => {
    const bytes = packMoods(learnMoods(examples));
    expect(packMoods(learnMoods(examples)).equals(bytes)).toBe(true);
    const kept = unpackMoods(bytes);
    expect(marginsOf(kept, of("You never answer!"))[0]).toBeGreaterThan(0);
    expect(marginsOf(kept, of("Where do I find it?"))[0]).toBeLessThan(0);
  });

  test("are not read from other bytes", () => {
    const bytes = readFileSync(new URL("./moods.bin", import.meta.url));
    expect(() => unpackMoods(Buffer.from("something else"))).toThrow("no moods");
    expect(() => unpackMoods(bytes.subarray(0, bytes.length - 64))).toThrow("cut short");
  });
});
