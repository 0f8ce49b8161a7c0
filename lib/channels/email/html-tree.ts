import { Parser } from "htmlparser2";

export interface HtmlElement {
  name: string;
  attributes: Record<string, string>;
  children: HtmlNode[];
  parent: HtmlElement | null;
  /** Taken out: readers skip it. A flag, because taking it out of a long list of siblings costs a walk each time. */
  removed: boolean;
}
export type HtmlNode = HtmlElement | string;

const deepest = 200;
const longestHtml = 3_000_000;

/**
 * HTML as a small tree to look for quotes in; never shown to anybody. Nesting beyond 200 levels is flattened, since
 * nobody writes it by hand and recursion would not survive it.
 */
export function parseHtml(html: string): HtmlElement {
  const root: HtmlElement = { name: "#root", attributes: {}, children: [], parent: null, removed: false };
  let current = root;
  let depth = 0;
  let flattened = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (depth >= deepest) {
          flattened++;
          return;
        }
        const element: HtmlElement = { name, attributes, children: [], parent: current, removed: false };
        current.children.push(element);
        current = element;
        depth++;
      },
      onclosetag() {
        if (flattened > 0) flattened--;
        else if (current.parent) {
          current = current.parent;
          depth--;
        }
      },
      ontext(text) {
        const last = current.children.length - 1;
        if (typeof current.children[last] === "string") current.children[last] += text;
        else current.children.push(text);
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  parser.end(flattenDeepHtml(html.slice(0, longestHtml)));
  return root;
}

/** Depth-first, the element before its children. */
export function* elementsOf(root: HtmlElement): Generator<HtmlElement> {
  for (const child of root.children) {
    if (typeof child === "string" || child.removed) continue;
    yield child;
    yield* elementsOf(child);
  }
}

/** Back to markup, for `replyHtml`. Attribute values and text are escaped; the result still needs sanitising. */
export function serializeHtml(node: HtmlNode): string {
  if (typeof node === "string") return escapeHtml(node);
  if (node.removed) return "";
  const inner = node.children.map(serializeHtml).join("");
  if (node.name === "#root") return inner;
  if (/^(?:script|style|head|title|meta|link)$/.test(node.name)) return "";
  const attributes = Object.entries(node.attributes).map(
    ([name, value]) => ` ${name}="${escapeHtml(value)}"`,
  );
  const open = `<${node.name}${attributes.join("")}>`;
  return voidElements.has(node.name) ? open : `${open}${inner}</${node.name}>`;
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

const voidElements = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
);
const impliedEnd = new Set("p li dt dd option tr td th thead tbody tfoot".split(" "));

/**
 * Takes tags out that open more than 500 levels (Chrome stops at 512). The parser's own stack is quadratic in the
 * depth, so this happens before it. Elements that close themselves are not counted.
 */
export function flattenDeepHtml(html: string): string {
  const limit = 500;
  let depth = 0;
  let tags = 0;
  return html.replace(/<(\/?)([a-z][a-z0-9:-]*)(?=[\s>/])/gi, (tag, slash: string, rawName: string) => {
    const name = rawName.toLowerCase();
    if (++tags > 1_000_000) return "";
    if (voidElements.has(name) || impliedEnd.has(name)) return tag;
    if (slash) {
      const over = depth > limit;
      depth = Math.max(0, depth - 1);
      return over ? "<wbr data-flat" : tag;
    }
    return ++depth > limit ? "<wbr data-flat" : tag;
  });
}
