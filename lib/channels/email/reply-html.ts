import { attributionAt, isForwardSeparator, isOriginalSeparator } from "./attribution.ts";
import { isMessageBlock, readHeaderBlock } from "./header-block.ts";
import { textOfTree } from "./html-text.ts";
import { elementsOf, type HtmlElement, type HtmlNode, parseHtml, serializeHtml } from "./html-tree.ts";

export interface ReplyHtml {
  html: string;
  text: string;
}

/**
 * What the sender wrote in an HTML mail, found by the marks that mail programs leave on their quotes. Null when no mark
 * is found, when nothing would be left, or when the mark stands on a forwarded message: then everything is shown.
 */
export function replyHtml(source: string): ReplyHtml | null {
  const root = parseHtml(source);
  const cut = cutAtMark(root) || cutAtBlock(root);
  if (!cut) return null;
  removeLeadIn(root);
  if (!hasOwnWords(root)) return null;
  const text = textOfTree(root);
  return text === "" ? null : { html: serializeHtml(root), text };
}

/** Elements that hold the old mail, and nothing else. */
const quoteContainers: ((element: HtmlElement) => boolean)[] = [
  (e) =>
    hasClass(
      e,
      /^(?:gmail_quote|gmail_quote_container|gmail_extra|yahoo_quoted|protonmail_quote|tutanota_quote|zmail_extra|moz-forward-container|freebirdFormviewerViewHeaderHeader|quoted-mail|hey_quote|front-blockquote|mb_QuoteHeader)$/,
    ),
  (e) =>
    /^(?:yahoo_quoted|replySplit|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container|isForwardContent|oriMsgHtmlSeperator|zmail_extra|original-content|qm_con_body_content_quote)/.test(
      e.attributes.id ?? "",
    ),
  (e) => e.name === "blockquote" && /^(?:cite)$/i.test(e.attributes.type ?? ""),
  (e) =>
    e.name === "blockquote" &&
    hasClass(e, /^(?:gmail_quote|iosymail|protonmail_quote|tutanota_quote|cite|clean_bq)$/),
  (e) => /__(?:HEADERS|QUOTED_TEXT)__/.test(e.attributes["data-marker"] ?? ""),
  (e) => e.attributes.name === "quote" || e.attributes.name === "messageBodySection-quote",
  (e) =>
    hasClass(
      e,
      /^(?:moz-cite-prefix|gmail_attr|replyHeader|WordSection-quote|OutlookMessageHeader|ms-outlook-mobile-reference-message|x_gmail_quote)$/,
    ),
];

/** Elements after which everything is the old mail. */
const dividers: ((element: HtmlElement) => boolean)[] = [
  (e) =>
    /^(?:appendonsend|divRplyFwdMsg|x_divRplyFwdMsg|x_appendonsend|stopSpelling|zwchr|ms-outlook-mobile-reference-message|reply-intro|spark-quote-marker)$/.test(
      e.attributes.id ?? "",
    ),
  (e) => /__DIVIDER__/.test(e.attributes["data-marker"] ?? ""),
  (e) => e.name === "hr" && (e.attributes.id === "stopSpelling" || e.attributes.id === "zwchr"),
  (e) => isOutlookBorder(e.attributes.style ?? "") && startsHeaderBlock(e),
];

/** Word draws a line above the header block it writes into answers. */
function isOutlookBorder(style: string): boolean {
  const compact = style.toLowerCase().replace(/\s+/g, "");
  return (
    /border-top:(?:solid)?#?(?:e1e1e1|b5c4df)|border:none;border-top:(?:solid|1\.0pt|1pt)/.test(compact) ||
    /border-top-(?:color|style):[^;]*(?:229,229,229|e5e5e5|solid)/.test(compact)
  );
}

function hasClass(element: HtmlElement, pattern: RegExp): boolean {
  return (element.attributes.class ?? "").split(/\s+/).some((name) => pattern.test(name));
}

/** Enough for any thread; a mail of thousands of marks is not one. */
const mostMarks = 200;

function cutAtMark(root: HtmlElement): boolean {
  let found = false;
  let looked = 0;
  for (const element of elementsOf(root)) {
    const isContainer = quoteContainers.some((is) => is(element));
    if (!isContainer && !dividers.some((is) => is(element))) continue;
    if (++looked > mostMarks) break;
    if (isContainer) {
      if (holdsAnswers(element)) return false;
      if (holdsForward(element) || standsAlone(element, root)) continue;
      element.removed = true;
      found = true;
    } else if (hasTextBefore(element, root)) {
      cutFrom(element, root);
      return true;
    }
  }
  return found;
}

/** No mark, but a header block, a separator or an attribution as text: cut at the element that begins with it. */
function cutAtBlock(root: HtmlElement): boolean {
  let looked = 0;
  for (const parent of [root, ...elementsOf(root)]) {
    for (const [index, child] of parent.children.entries()) {
      if (typeof child === "string" || child.removed || !isTextBlock(child)) continue;
      if (++looked > mostBlocks) return false;
      if (!introducesQuote(textFrom(parent.children, index)) || !hasTextBefore(child, root)) continue;
      cutFrom(child, root);
      return true;
    }
  }
  return false;
}

/** As with marks: a quote that begins later than this is shown. */
const mostBlocks = 5000;

function introducesQuote(lines: string[]): boolean {
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first === -1 || isForwardSeparator(lines[first]!)) return false;
  const block = readHeaderBlock(lines, first);
  if (block && isMessageBlock(block, false) && block.fields.size >= 3) return true;
  if (isOriginalSeparator(lines[first]!, readHeaderBlock(lines, first + 1) !== null)) return true;
  return attributionAt(lines, first)?.certainty === "sure";
}

/** The lines that begin with this child: its own, then those of what follows it. */
function textFrom(children: readonly HtmlNode[], index: number): string[] {
  const lines: string[] = [];
  for (let i = index; i < children.length && i < index + 24 && lines.length < 12; i++) {
    const text = textOfTree(children[i]!, 12);
    if (text !== "") lines.push(...text.split("\n"));
  }
  return lines;
}

function startsHeaderBlock(element: HtmlElement): boolean {
  const block = readHeaderBlock(textOfTree(element, 12).split("\n"), 0);
  return block !== null && block.fields.size >= 3 && isMessageBlock(block, true);
}

/** A block with words of its own: small enough that it is not the whole mail. */
function isTextBlock(element: HtmlElement): boolean {
  return (
    /^(?:div|p|span|td|font|b|hr)$/.test(element.name) &&
    element.children.some(
      (child) => (typeof child === "string" && child.trim() !== "") || isInlineWithText(child),
    )
  );
}

function isInlineWithText(node: HtmlNode): boolean {
  return (
    typeof node !== "string" &&
    /^(?:b|strong|span|font)$/.test(node.name) &&
    node.children.some((child) => typeof child === "string" && child.trim() !== "")
  );
}

/** Removes the element and everything after it, up to the root. */
function cutFrom(element: HtmlElement, root: HtmlElement): void {
  let node: HtmlElement = element;
  let inclusive = true;
  while (node !== root && node.parent) {
    const siblings: HtmlNode[] = node.parent.children;
    const index = siblings.indexOf(node);
    siblings.length = inclusive ? index : index + 1;
    inclusive = false;
    node = node.parent;
  }
}

/** The attribution that stood outside of the quote it introduced, and the line above it. */
function removeLeadIn(root: HtmlElement): void {
  let node: HtmlElement = root;
  for (;;) {
    const children = node.children;
    while (children.length > 0 && isBlank(children.at(-1)!)) children.pop();
    const last = children.at(-1);
    if (last === undefined) return;
    if (introducesText(last)) {
      children.pop();
      continue;
    }
    const tail = trailingAttribution(children);
    if (tail > 0) {
      children.length -= tail;
      continue;
    }
    if (typeof last === "string") return;
    node = last;
  }
}

function isBlank(node: HtmlNode): boolean {
  if (typeof node === "string") return node.trim() === "";
  if (node.removed) return true;
  if (node.name === "img") return false;
  return node.name === "br" || node.name === "hr" || (node.children.every(isBlank) && node.name !== "#root");
}

function introducesText(node: HtmlNode): boolean {
  const lines = textOfTree(node, 12).split("\n");
  const attribution = attributionAt(lines, 0);
  return attribution !== null && attribution.certainty !== "with_quote" && attribution.length >= lines.length;
}

/** Loose text and inline elements after the last line break that together are an attribution. */
function trailingAttribution(children: readonly HtmlNode[]): number {
  for (let taken = 2; taken <= Math.min(8, children.length); taken++) {
    const tail = children.slice(-taken);
    if (tail.some((node) => typeof node !== "string" && /^(?:div|p|table|br|blockquote)$/.test(node.name)))
      return 0;
    const before = children.at(-taken - 1);
    if (before !== undefined && (typeof before === "string" || before.name !== "br")) continue;
    const lines = [tail.map((node) => textOfTree(node)).join(" ")];
    if (attributionAt(lines, 0)) return taken;
  }
  return 0;
}

function hasTextBefore(element: HtmlElement, root: HtmlElement): boolean {
  for (let node: HtmlElement = element; node !== root && node.parent; node = node.parent) {
    for (const sibling of node.parent.children) {
      if (sibling === node) break;
      if (hasText(sibling)) return true;
    }
  }
  return false;
}

/** Words between the quotes of one container: the sender answered point by point, and everything stays. */
function holdsAnswers(element: HtmlElement): boolean {
  if (element.name === "blockquote") return false;
  const quotes = outermostQuotes(element);
  if (quotes.length === 0) return false;
  for (const quote of quotes) quote.removed = true;
  const lines = textOfTree(element, 40)
    .split("\n")
    .filter((line) => line.trim() !== "");
  for (const quote of quotes) quote.removed = false;
  const attribution = attributionAt(lines, 0);
  return (
    lines
      .slice(attribution?.length ?? 0)
      .some((line) => !attributionAt([line], 0) && !/^[-_\s]*$/.test(line)) && attribution !== null
  );
}

function hasOwnWords(root: HtmlElement): boolean {
  const quotes = outermostQuotes(root);
  for (const quote of quotes) quote.removed = true;
  const found = hasText(root);
  for (const quote of quotes) quote.removed = false;
  return found;
}

function outermostQuotes(element: HtmlElement): HtmlElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === "string" || child.removed) return [];
    return child.name === "blockquote" ? [child] : outermostQuotes(child);
  });
}

/** Nothing above it and nothing below it: the quote is all there is. */
function standsAlone(element: HtmlElement, root: HtmlElement): boolean {
  if (hasTextBefore(element, root)) return false;
  for (let node: HtmlElement = element; node !== root && node.parent; node = node.parent) {
    const siblings = node.parent.children;
    for (const sibling of siblings.slice(siblings.indexOf(node) + 1)) if (hasText(sibling)) return false;
  }
  return true;
}

function hasText(node: HtmlNode): boolean {
  return textOfTree(node, 1) !== "";
}

function holdsForward(element: HtmlElement): boolean {
  const lines = textOfTree(element, 12)
    .split("\n")
    .filter((line) => line.trim() !== "");
  return lines.slice(0, 2).some((line) => isForwardSeparator(line));
}
