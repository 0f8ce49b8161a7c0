import { decodeText } from "./charset.ts";
import { cleanText } from "./clean-text.ts";
import { unflow } from "./flowed-text.ts";
import { htmlToText } from "./html-text.ts";
import { escapeHtml } from "./html-tree.ts";
import type { Leaf } from "./message-parts.ts";
import type { MimePart } from "./mime-reader.ts";

export interface MessageBody {
  text: string;
  textFromHtml: boolean;
  html: string | null;
  charset: string | null;
}

/** One stretch of the body: the same words as text, as HTML, or as both (multipart/alternative). */
interface Stretch {
  text: string | null;
  html: string | null;
}

/**
 * The body as people read it: alternatives are one stretch, everything else follows in order. Where a stretch has
 * only one of the two forms the other is derived, so that neither reading loses a part.
 */
export function readBody(root: MimePart, bodies: Map<MimePart, Leaf>): MessageBody {
  const charsets: string[] = [];
  const stretches = stretchesOf(root, bodies, charsets).filter((s) => s.text !== null || s.html !== null);
  const hasText = stretches.some((stretch) => stretch.text !== null);
  const hasHtml = stretches.some((stretch) => stretch.html !== null);
  const text = stretches
    .map((stretch) => stretch.text ?? htmlToText(stretch.html ?? ""))
    .reduce((all, next) => (all === "" || all.endsWith("\n") ? all + next : `${all}\n${next}`), "");
  return {
    text: cleanText(text),
    textFromHtml: !hasText && hasHtml,
    html: hasHtml ? cleanText(stretches.map((s) => s.html ?? textToHtml(s.text ?? "")).join("\n")) : null,
    charset: charsets[0] ?? null,
  };
}

function stretchesOf(part: MimePart, bodies: Map<MimePart, Leaf>, charsets: string[]): Stretch[] {
  const leaf = bodies.get(part);
  if (leaf) return leaf.kind === "text" ? [readStretch(leaf.part, leaf.bytes, charsets)] : [];
  const stretches = part.children.flatMap((child) => stretchesOf(child, bodies, charsets));
  withoutGluedDelimiter(stretches.at(-1), part.boundary);
  return part.type === "multipart/alternative" ? [joinAlternatives(stretches)] : stretches;
}

/** A closing delimiter that lost the line end before it has become the last word of the text. */
function withoutGluedDelimiter(last: Stretch | undefined, boundary: string | null): void {
  const glued = `--${boundary}--`;
  if (boundary === null || !last?.text?.trimEnd().endsWith(glued)) return;
  last.text = last.text.trimEnd().slice(0, -glued.length);
}

function joinAlternatives(stretches: Stretch[]): Stretch {
  const texts = stretches.map((s) => s.text).filter((text) => text !== null);
  const htmls = stretches.map((s) => s.html).filter((html) => html !== null);
  const distinct = [...new Set(texts.filter((one) => one.trim() !== ""))];
  const text = distinct.length > 0 ? distinct.join("\n") : (texts[0] ?? null);
  const html = htmls.length > 0 ? htmls.join("\n") : null;
  // An empty text beside a full HTML is a sender's shortcut, not the message.
  return { text: html !== null && text?.trim() === "" ? null : text, html };
}

function readStretch(part: MimePart, bytes: Buffer, charsets: string[]): Stretch {
  const label = part.contentType.parameters.get("charset") ?? null;
  const isHtml = part.type === "text/html";
  const hint = (isHtml ? metaCharset(bytes) : null) ?? charsets[0] ?? null;
  const decoded = decodeText(bytes, label ?? (isHtml ? hint : null), hint);
  charsets.push(decoded.charset);
  const text = cleanText(decoded.text);
  if (isHtml) return { text: null, html: text };
  const flowed = part.contentType.parameters.get("format")?.toLowerCase() === "flowed";
  const deleteSpace = part.contentType.parameters.get("delsp")?.toLowerCase() === "yes";
  return { text: flowed ? unflow(text, deleteSpace) : text, html: null };
}

/** `<meta charset>` or its http-equiv form in the first kilobytes. */
function metaCharset(bytes: Buffer): string | null {
  const head = bytes.toString("latin1", 0, 4096);
  return /<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([\w.:-]{2,40})/i.exec(head)?.[1] ?? null;
}

function textToHtml(text: string): string {
  return `<div style="white-space:pre-wrap">${escapeHtml(text)}</div>`;
}
