import { escapeHtml } from "./escape-html.ts";

/** The look of a whole mail: what was written, the signature's words below. */
export function signedHtml(html: string, signature: string): string {
  const lines = signature.split("\n").map((line) => escapeHtml(line) || "<br>");
  const below = signature ? `\n<div style="margin-top:1em;color:#666">${lines.join("<br>\n")}</div>` : "";
  return `<div style="font-family:sans-serif;font-size:14px;line-height:1.6">${html}${below}</div>`;
}
