import { escapeHtml } from "./html-tree.ts";

/**
 * Plain text as simple HTML: everything escaped, `http(s)` links made clickable, lines and blank lines kept. Linear in
 * the length of the text: a link ends at white space and is at most 2,000 characters.
 */
export function textToEmailHtml(text: string): string {
  const paragraphs = text
    .trimEnd()
    .split(/\n{2,}/)
    .map(
      (paragraph) => `<p style="margin:0 0 1em">${paragraph.split("\n").map(lineToHtml).join("<br>\n")}</p>`,
    );
  return `<div style="font-family:sans-serif;font-size:14px;line-height:1.6">${paragraphs.join("\n")}</div>`;
}

function lineToHtml(line: string): string {
  const indent = /^ */.exec(line)![0].length;
  return "&nbsp;".repeat(Math.min(indent, 40)) + line.slice(indent).split(/(\s+)/).map(wordToHtml).join("");
}

function wordToHtml(word: string): string {
  const link = /^([("'<[]*)(https?:\/\/[^\s<>"']{3,2000}?)([.,;:!?)\]>"']*)$/i.exec(word);
  if (!link) return escapeHtml(word);
  const [, before = "", url = "", after = ""] = link;
  const shown = escapeHtml(url);
  return `${escapeHtml(before)}<a href="${shown}">${shown}</a>${escapeHtml(after)}`;
}
