import { Slice } from "prosemirror-model";
import { documentOf } from "#lib/domain/writing/document.ts";
import { documentText } from "#lib/domain/writing/render-document.ts";
import { documentOfNode, nodeOf } from "./nodes.ts";
import { schema } from "./schema.ts";

/** Each line a line, the empty ones too. */
export function pastedText(text: string): Slice {
  const lines = nodeOf(documentOf(text.replace(/\r\n?/g, "\n")));
  return new Slice(lines.content, 1, 1);
}

/** What is taken along as plain text: the words as a mail would say them. */
export function copiedText({ content }: Slice): string {
  return documentText(documentOfNode(schema.nodes.doc.create(null, content)));
}

/** A picture that is copied from a page comes as HTML around nothing, and as a file. */
export function saysSomething(html: string): boolean {
  return html !== "" && /\S/.test(parsed(html).textContent ?? "");
}

/** A table becomes a line for each row, its cells apart; a cell that holds more than words stays blocks. */
export function pastedHtml(html: string): string {
  if (!/<table/i.test(html) || html.includes("data-pm-slice")) return html;
  const body = parsed(html);
  for (const table of [...body.querySelectorAll("table")].reverse()) {
    const rows = [...table.rows].map((row) => lineOf([...row.cells]));
    table.replaceWith(...rows);
  }
  return body.innerHTML;
}

function lineOf(cells: readonly HTMLTableCellElement[]): HTMLElement {
  const isLayout = cells.some((cell) =>
    cell.querySelector("ul, ol, blockquote, p + p, div + div, [data-row]"),
  );
  const row = document.createElement(isLayout ? "div" : "p");
  if (isLayout) row.dataset.row = "";
  cells.forEach((cell, at) => {
    if (isLayout) {
      const block = document.createElement("div");
      block.append(...cell.childNodes);
      row.append(block);
      return;
    }
    for (const inner of cell.querySelectorAll("p, div, h1, h2, h3, h4, h5, h6, pre"))
      inner.replaceWith(...inner.childNodes);
    if (at > 0) row.append(" | ");
    row.append(...cell.childNodes);
  });
  return row;
}

/** Parsed and not run: nothing in it is loaded. */
const parsed = (html: string): HTMLElement => new DOMParser().parseFromString(html, "text/html").body;
