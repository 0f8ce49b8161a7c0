import { describe, expect, test } from "vitest";
import { type Block, documentOf, type RichDocument } from "./document.ts";
import { documentHtml, documentText } from "./render-document.ts";
import { safeLink } from "./safe-link.ts";

const line = (text: string): Block => ({ type: "paragraph", inlines: text ? [{ type: "text", text }] : [] });
const rich: RichDocument = {
  blocks: [
    {
      type: "paragraph",
      inlines: [
        { type: "text", text: "Dear " },
        { type: "text", text: "Mina", bold: true },
        { type: "break" },
        { type: "text", text: "our shop", link: "https://shop.example/a?b=1&c=2" },
      ],
    },
    line(""),
    { type: "list", ordered: true, items: [[line("one")], [line("two"), line("more")]] },
    { type: "quote", blocks: [line("said"), line("")] },
    { type: "paragraph", inlines: [{ type: "image", file: "p1", alt: "the box" }] },
  ],
};

test("the words keep lists, quotes, links and pictures by their signs", () => {
  expect(documentText(rich)).toBe(
    "Dear Mina\nour shop (https://shop.example/a?b=1&c=2)\n\n1. one\n2. two\n   more\n> said\n>\n[the box]",
  );
});

test("plain words go into a document and come back the same", () => {
  const text = "안녕하세요\n\n  two  spaces\n- not a list";
  expect(documentText(documentOf(text))).toBe(text);
});

test("the look is a handful of tags with everything else escaped", () => {
  const html = documentHtml(rich, (file) => (file === "p1" ? "cid:p1@desk.example" : null));
  expect(html).toContain("Dear <strong>Mina</strong><br>");
  expect(html).toContain('<a href="https://shop.example/a?b=1&amp;c=2">our shop</a>');
  expect(html).toContain('<img src="cid:p1@desk.example" alt="the box"');
});

describe("hostile words", () => {
  test.each([
    ['<img src=x onerror="alert(1)">', undefined],
    ["</p><script>alert(1)</script>", undefined],
    ["click", "javascript:alert(1)"],
    ["click", 'https://a.example/"onmouseover="alert(1)'],
  ])("%s %s become no markup", (text, link) => {
    const html = documentHtml(
      { blocks: [{ type: "paragraph", inlines: [{ type: "text", text, ...(link && { link }) }] }] },
      () => null,
    );
    expect(html.match(/<[^>]*>/g)).toEqual(['<p style="margin:0">', "</p>"]);
  });
});

test.each([
  ["https://a.example/x", "https://a.example/x"],
  [" mailto:a@b.example ", "mailto:a@b.example"],
  ["JAVASCRIPT:alert(1)", null],
  ["java\nscript:alert(1)", null],
  ["data:text/html,x", null],
  ["https://bank.example@evil.example/", null],
  ["//evil.example", null],
])("a link to %s leads to %s", (written, target) => expect(safeLink(written)).toBe(target));
