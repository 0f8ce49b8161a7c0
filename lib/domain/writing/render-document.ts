import type { Block, Inline, RichDocument } from "./document.ts";
import { escapeHtml } from "./escape-html.ts";
import { safeLink } from "./safe-link.ts";

/** The words alone, as they stand in `text/plain`: a line a paragraph, lists and quotes by their signs. */
export function documentText({ blocks }: RichDocument): string {
  return blocks
    .flatMap(linesOf)
    .join("\n")
    .replace(/[ \t]+$/gm, "")
    .trimEnd();
}

function linesOf(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
      return block.inlines.map(wordsOf).join("").split("\n");
    case "quote":
      return block.blocks.flatMap(linesOf).map((line) => (line ? `> ${line}` : ">"));
    case "list":
      return block.items.flatMap((item, at) => {
        const sign = block.ordered ? `${at + 1}. ` : "- ";
        return item.flatMap(linesOf).map((line, nth) => (nth === 0 ? sign : " ".repeat(sign.length)) + line);
      });
  }
}

function wordsOf(inline: Inline): string {
  switch (inline.type) {
    case "text":
      return inline.link && bare(inline.link) !== bare(inline.text)
        ? `${inline.text} (${inline.link})`
        : inline.text;
    case "image":
      return `[${inline.alt || "image"}]`;
    case "mention":
      return `@${inline.name}`;
    case "break":
      return "\n";
  }
}

const bare = (url: string): string => url.replace(/^(?:mailto:|https?:\/\/)/i, "").replace(/\/$/, "");

/**
 * The look, for `text/html`: a handful of tags with fixed attributes, every word and address escaped, links only
 * where `safeLink` lets them lead, pictures only where `pictureSource` knows them. Nothing of the writer's becomes markup.
 */
export function documentHtml(
  { blocks }: RichDocument,
  pictureSource: (file: string) => string | null,
): string {
  const htmlOf = (block: Block): string => {
    switch (block.type) {
      case "paragraph":
        return `<p style="margin:0">${block.inlines.map(inline).join("") || "<br>"}</p>`;
      case "quote":
        return `<blockquote style="margin:0 0 0 2px;padding-left:10px;border-left:2px solid #ccc">${block.blocks.map(htmlOf).join("\n")}</blockquote>`;
      case "list": {
        const tag = block.ordered ? "ol" : "ul";
        const items = block.items.map((item) => `<li>${item.map(htmlOf).join("\n")}</li>`);
        return `<${tag} style="margin:0;padding-left:24px">${items.join("\n")}</${tag}>`;
      }
    }
  };
  const inline = (one: Inline): string => {
    switch (one.type) {
      case "text":
        return styled(one);
      case "break":
        return "<br>";
      case "mention":
        return escapeHtml(`@${one.name}`);
      case "image": {
        const source = pictureSource(one.file);
        return source
          ? `<img src="${escapeHtml(source)}" alt="${escapeHtml(one.alt)}" style="max-width:100%">`
          : escapeHtml(`[${one.alt || "image"}]`);
      }
    }
  };
  return blocks.map(htmlOf).join("\n");
}

function styled({ text, bold, italic, link }: Extract<Inline, { type: "text" }>): string {
  // A run of spaces stays as wide as it was written.
  let html = escapeHtml(text).replace(/ {2}/g, " &nbsp;");
  if (italic) html = `<em>${html}</em>`;
  if (bold) html = `<strong>${html}</strong>`;
  const target = link === undefined ? null : safeLink(link);
  return target ? `<a href="${escapeHtml(target)}">${html}</a>` : html;
}
