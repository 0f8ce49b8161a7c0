import type { EmailCalendar } from "#lib/domain/intake/parsed-email.ts";
import { decodeText } from "./charset.ts";
import { cleanLine } from "./clean-text.ts";
import type { Leaf } from "./message-parts.ts";

/** The first event of the first text/calendar part (RFC 5545), as far as a short card needs it. */
export function readCalendar(leaves: Leaf[]): EmailCalendar | null {
  const leaf = leaves.find(({ part }) => part.type === "text/calendar" || part.type === "application/ics");
  if (leaf?.kind !== "attachment") return null;
  const charset = leaf.part.contentType.parameters.get("charset") ?? "utf-8";
  const lines = decodeText(leaf.content.subarray(0, 262_144), charset)
    .text.replace(/\r?\n[ \t]/g, "")
    .split(/\r?\n/);
  const start = lines.findIndex((line) => /^BEGIN:VEVENT/i.test(line));
  const property = (name: string, from = Math.max(start, 0)): string | null => {
    const found = lines.slice(from).find((line) => new RegExp(`^${name}[;:]`, "i").test(line));
    return found
      ? cleanLine(
          found
            .replace(/^(?:[^":]|"[^"]*")*:/, "")
            .replace(/\\n/gi, " ")
            .replace(/\\([,;\\])/g, "$1"),
        )
      : null;
  };
  return {
    method: property("METHOD", 0) ?? leaf.part.contentType.parameters.get("method") ?? null,
    summary: property("SUMMARY"),
    start: property("DTSTART"),
    end: property("DTEND"),
    location: property("LOCATION"),
    organizer: property("ORGANIZER")?.replace(/^mailto:/i, "") ?? null,
  };
}
