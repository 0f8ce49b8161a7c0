import { Tokenizer } from "htmlparser2";
import { type AttributeRules, attributeRules, type ImageSources } from "./safe-attributes.ts";
import { allowedAttributes, closedBy, isScope, silentTags, voidTags } from "./safe-tags.ts";

export type SanitizeOptions = ImageSources;

export interface SanitizedHtml {
  html: string;
  /** Remote images that were not loaded; the address is in no attribute of the HTML. */
  blockedImages: number;
}

const longest = 2_000_000;
/** Chrome nests 512 levels. What opens deeper is left out, its words are kept. */
const deepest = 256;

/**
 * Mail HTML that is safe to put into a sandboxed frame: an allowlist of tags, attributes and styles, nothing that runs,
 * submits, positions itself over the page or loads anything by itself. The mail as it came is kept elsewhere.
 *
 * One pass over the tokens, written out as they come: the cost is the length's, whatever the structure. The parser's
 * own tree is not needed, because nothing of the input is copied but words, and values that passed a rule.
 */
export function sanitizeEmailHtml(html: string, options: SanitizeOptions): SanitizedHtml {
  const source = html.slice(0, longest);
  const rules = attributeRules(options);
  const writer = newWriter();
  let tag: OpenTag = nothing;
  let value: string | null = null;
  let attribute = "";
  // Neighbours are written as one: a row of angle brackets comes in as so many words.
  let words = { start: 0, end: 0 };
  const said = () => {
    if (words.end > words.start) writer.html += escapeText(source.slice(words.start, words.end));
    words = { start: 0, end: 0 };
  };
  const opened = () => {
    if (tag !== nothing) open(writer, tag, rules);
    tag = nothing;
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        said();
        const name = source.slice(start, end).toLowerCase();
        tag = seen(writer, name) ? { name, attributes: [] } : nothing;
      },
      onattribname(start, end) {
        attribute = source.slice(start, end).toLowerCase();
        value = tag !== nothing && allowedAttributes(tag.name).has(attribute) ? "" : null;
      },
      onattribdata(start, end) {
        if (value !== null) value += source.slice(start, end);
      },
      onattribentity(codepoint) {
        if (value !== null) value += String.fromCodePoint(codepoint);
      },
      onattribend() {
        if (value !== null && !tag.attributes.some(([name]) => name === attribute))
          tag.attributes.push([attribute, value]);
        value = null;
      },
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag(start, end) {
        said();
        close(writer, source.slice(start, end).toLowerCase());
      },
      ontext(start, end) {
        if (writer.silent !== null) return;
        if (words.end !== start) {
          said();
          words.start = start;
        }
        words.end = end;
      },
      ontextentity(codepoint) {
        said();
        if (writer.silent === null) writer.html += escapeText(String.fromCodePoint(codepoint));
      },
      oncomment: ignore,
      oncdata: ignore,
      ondeclaration: ignore,
      onprocessinginstruction: ignore,
      onend: ignore,
    },
  );
  tokenizer.write(source);
  tokenizer.end();
  said();
  while (writer.stack.length > 0) pop(writer);
  flush(writer);
  return { html: Buffer.concat(writer.done).toString(), blockedImages: rules.blockedImages() };
}

interface OpenTag {
  name: string;
  attributes: [name: string, value: string][];
}
const nothing: OpenTag = { name: "", attributes: [] };

interface Writer {
  html: string;
  /** What was written so far, out of the way: a million small strings in one keep the collector busy. */
  done: Buffer[];
  /** What is open, outermost first, and how often each. */
  stack: string[];
  count: Map<string, number>;
  /** Opened beyond `deepest` and therefore not written. */
  beyond: number;
  /** Inside an element whose content is not for readers; `depth` counts its like within it. */
  silent: { name: string; depth: number } | null;
}

const newWriter = (): Writer => ({
  html: "",
  done: [],
  stack: [],
  count: new Map(),
  beyond: 0,
  silent: null,
});

/** Whether this tag will be written. Elements without words for the reader are passed over with all they hold. */
function seen(writer: Writer, name: string): boolean {
  if (writer.silent) {
    if (writer.silent.name === name) writer.silent.depth++;
    return false;
  }
  if (silentTags.has(name)) writer.silent = { name, depth: 1 };
  return allowedAttributes(name).size > 0;
}

function open(writer: Writer, { name, attributes }: OpenTag, rules: AttributeRules): void {
  for (let top = writer.stack.at(-1); top && closedBy(top, name); top = writer.stack.at(-1)) pop(writer);
  const isVoid = voidTags.has(name);
  if (!isVoid && writer.stack.length >= deepest) {
    writer.beyond++;
    return;
  }
  writer.html += `<${name}`;
  for (const [attribute, value] of attributes) writer.html += rules.write(name, attribute, value);
  writer.html += ">";
  if (writer.html.length > 16384) flush(writer);
  if (isVoid) return;
  writer.stack.push(name);
  writer.count.set(name, (writer.count.get(name) ?? 0) + 1);
}

function flush(writer: Writer): void {
  writer.done.push(Buffer.from(writer.html));
  writer.html = "";
}

function close(writer: Writer, name: string): void {
  if (writer.silent) {
    if (writer.silent.name === name && --writer.silent.depth === 0) writer.silent = null;
    return;
  }
  if (writer.beyond > 0 && allowedAttributes(name).size > 0) {
    writer.beyond--;
    return;
  }
  if (!writer.count.get(name)) return;
  for (let at = writer.stack.length - 1; writer.stack[at] !== name; at--)
    if (isScope(writer.stack[at]!, name)) return;
  while (pop(writer) !== name);
}

function pop(writer: Writer): string {
  const name = writer.stack.pop()!;
  writer.count.set(name, writer.count.get(name)! - 1);
  writer.html += `</${name}>`;
  return name;
}

function escapeText(text: string): string {
  if (!/[&<>]/.test(text)) return text;
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

function ignore(): void {}
