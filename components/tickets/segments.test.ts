import { expect, test } from "vitest";
import type { SourceRef } from "#lib/domain/answers/draft.ts";
import { citeSentences, linkParts, markCues, markDoubts } from "./segments.ts";

const cue = (start: number, end: number, meaning: string) => ({ text: "", start, end, meaning });

test.each([
  ["nothing to mark", "hello", [], [["hello", ""]]],
  [
    "one word",
    "so angry now",
    [cue(3, 8, "anger")],
    [
      ["so ", ""],
      ["angry", "anger"],
      [" now", ""],
    ],
  ],
  [
    "words at both ends",
    "no ok",
    [cue(0, 2, "a"), cue(3, 5, "b")],
    [
      ["no", "a"],
      [" ", ""],
      ["ok", "b"],
    ],
  ],
  [
    "overlapping words",
    "abcd",
    [cue(0, 3, "x"), cue(2, 4, "y")],
    [
      ["ab", "x"],
      ["c", "x+y"],
      ["d", "y"],
    ],
  ],
  ["offsets outside the text", "ab", [cue(1, 9, "x"), cue(-1, 1, "y"), cue(1, 1, "z")], [["ab", ""]]],
])("marks %s", (_, text, cues, expected) => {
  expect(markCues(text, cues).map((part) => [part.text, part.meanings.join("+")])).toEqual(expected);
});

const source = (id: string): SourceRef => ({ kind: "article", id, version: 1, title: id, excerpt: "" });

test("each sentence carries the places of its sources, and the layout between them stays", () => {
  const body = "Hello.\n\nIt takes 3 days. Ask us.\n\nBye";
  const sentences = [
    { text: "Hello.", sources: [] },
    { text: "It takes 3 days.", sources: [source("b")] },
    { text: "A sentence that was taken out.", sources: [source("a")] },
    { text: "Ask us.", sources: [source("a"), source("b"), source("unknown")] },
  ];
  expect(citeSentences(body, sentences, [source("a"), source("b")])).toEqual([
    { text: "Hello.", cites: [] },
    { text: "\n\nIt takes 3 days.", cites: [2] },
    { text: " Ask us.", cites: [1, 2] },
    { text: "\n\nBye", cites: [] },
  ]);
});

test.each([
  [
    "a sentence's end",
    "See https://a.example/x?y=1.",
    [
      ["See ", null],
      ["https://a.example/x?y=1", "https://a.example/x?y=1"],
      [".", null],
    ],
  ],
  [
    "no script addresses",
    "javascript:alert(1) data:text/html,x",
    [["javascript:alert(1) data:text/html,x", null]],
  ],
  [
    "brackets",
    "(http://a.example)",
    [
      ["(", null],
      ["http://a.example", "http://a.example"],
      [")", null],
    ],
  ],
])("links %s", (_, text, expected) => {
  expect(linkParts(text).map((part) => [part.text, part.href])).toEqual(expected);
});

test("what no source says is cut out whole, wherever it stands", () => {
  const marked = markDoubts("3,000원을 오늘 드려요. (3,000원)", ["3", "3,000원", "오늘"]);
  expect(marked.filter(({ doubted }) => doubted).map(({ text }) => text)).toEqual([
    "3,000원",
    "오늘",
    "3,000원",
  ]);
  expect(marked.map(({ text }) => text).join("")).toBe("3,000원을 오늘 드려요. (3,000원)");
});

test("a web address is found as it stands, signs and all", () => {
  const address = "http://127.0.0.1:3000/help/articles/coupon-not-working?a=1+1";
  expect(markDoubts(`See ${address}.`, [address]).filter(({ doubted }) => doubted)).toEqual([
    { text: address, doubted: true },
  ]);
});
