import { type HtmlElement, type HtmlNode, parseHtml } from "./html-tree.ts";

const blocks = new Set(
  (
    "address article aside blockquote body center dd div dl dt fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr html " +
    "li main nav ol p pre section table tbody tfoot thead tr ul"
  ).split(" "),
);
const spaced = new Set("blockquote h1 h2 h3 h4 h5 h6 ol p pre table ul".split(" "));
const silent = new Set(
  "script style head title template noscript object applet iframe textarea select svg math".split(" "),
);

/** What a reader of the HTML would see, as text: quotes with `> `, list items with `- `, hidden elements left out. */
export function htmlToText(html: string): string {
  return textOfTree(parseHtml(html));
}

/** `maxLines` stops early, for callers that only look at how a part begins. */
export function textOfTree(root: HtmlNode, maxLines = Number.POSITIVE_INFINITY): string {
  const writer = newWriter(maxLines);
  write(root, writer, false);
  return writer.lines
    .concat(writer.line)
    .map((line) => line.trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

interface Writer {
  lines: string[];
  line: string;
  /** White space seen but not written yet. */
  gap: boolean;
  quote: string;
  maxLines: number;
}

function newWriter(maxLines: number): Writer {
  return { lines: [], line: "", gap: false, quote: "", maxLines };
}

function write(node: HtmlNode, writer: Writer, pre: boolean): void {
  if (writer.lines.length >= writer.maxLines) return;
  if (typeof node === "string") {
    writeText(node, writer, pre);
    return;
  }
  if (node.removed || silent.has(node.name) || isHidden(node)) return;
  if (node.name === "br") {
    endLine(writer, true);
    return;
  }
  if (node.name === "hr") {
    endLine(writer, false);
    writer.line = `${writer.quote}---`;
    endLine(writer, true);
    return;
  }
  const block = blocks.has(node.name);
  if (block) endLine(writer, false);
  if (spaced.has(node.name)) blankLine(writer);
  const quote = writer.quote;
  if (node.name === "blockquote") writer.quote += "> ";
  if (node.name === "li") writeText("- ", writer, true);
  for (const child of node.children) write(child, writer, pre || node.name === "pre");
  if (node.name === "td" || node.name === "th") writer.gap = true;
  if (block) endLine(writer, false);
  writer.quote = quote;
  if (spaced.has(node.name)) blankLine(writer);
}

function writeText(text: string, writer: Writer, pre: boolean): void {
  if (pre) {
    const [first = "", ...rest] = text.split("\n");
    append(writer, first);
    for (const line of rest) {
      endLine(writer, true);
      append(writer, line);
    }
    return;
  }
  const words = text.split(/[ \t\r\n\f\u200b\ufeff]+/);
  words.forEach((word, i) => {
    if (i > 0) writer.gap = true;
    if (word) append(writer, word);
  });
}

function append(writer: Writer, text: string): void {
  if (writer.line === "") writer.line = writer.quote;
  else if (writer.gap) writer.line += " ";
  writer.gap = false;
  writer.line += text.replaceAll("\u00a0", " ");
}

function endLine(writer: Writer, always: boolean): void {
  writer.gap = false;
  if (writer.line === "" && !always) return;
  writer.lines.push(writer.line === "" ? writer.quote : writer.line);
  writer.line = "";
}

function blankLine(writer: Writer): void {
  const last = writer.lines.at(-1);
  if (last !== undefined && last.trim() !== "" && last.trim() !== writer.quote.trim())
    writer.lines.push(writer.quote);
}

function isHidden(element: HtmlElement): boolean {
  if ("hidden" in element.attributes) return true;
  const style = element.attributes.style;
  return (
    style !== undefined &&
    /(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i.test(style)
  );
}
