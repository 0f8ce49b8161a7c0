import type { CalendarMoment, EmailCalendar } from "#lib/domain/intake/parsed-email.ts";
import { decodeText } from "./charset.ts";
import { cleanLine } from "./clean-text.ts";
import { fileNameOf, type Leaf } from "./message-parts.ts";

const longest = 262_144;
const longestText = 300;

/** The first event of the first calendar part (RFC 5545), as far as a short card needs it. */
export function readCalendar(leaves: Leaf[]): EmailCalendar | null {
  const leaf = leaves.find(
    ({ part }) => /^(?:text\/calendar|application\/ics)$/.test(part.type) || /\.ics$/i.test(fileNameOf(part)),
  );
  if (leaf?.kind !== "attachment" || leaf.content.length === 0) return null;
  const charset = leaf.part.contentType.parameters.get("charset") ?? "utf-8";
  const lines = decodeText(leaf.content.subarray(0, longest), charset)
    .text.replace(/\r?\n[ \t]/g, "")
    .split(/\r?\n/);
  const start = lines.findIndex((line) => /^BEGIN:VEVENT/i.test(line));
  const end = lines.findIndex((line, index) => index > start && /^END:VEVENT/i.test(line));
  const event = start < 0 ? [] : lines.slice(start, end < 0 ? undefined : end);
  const method = textOf(lines, "METHOD") ?? leaf.part.contentType.parameters.get("method") ?? null;
  return {
    method: method?.toLowerCase() ?? null,
    summary: textOf(event, "SUMMARY"),
    start: momentOf(event, "DTSTART"),
    end: momentOf(event, "DTEND"),
    location: textOf(event, "LOCATION"),
    organizer: textOf(event, "ORGANIZER")?.replace(/^mailto:/i, "") ?? null,
  };
}

interface Property {
  parameters: string;
  value: string;
}

function propertyOf(lines: readonly string[], name: string): Property | null {
  const line = lines.find((one) => new RegExp(`^${name}[;:]`, "i").test(one));
  const [, parameters = "", value = ""] = /^[\w-]+((?:;(?:[^":]|"[^"]*")*)?):(.*)$/s.exec(line ?? "") ?? [];
  return line ? { parameters, value } : null;
}

function textOf(lines: readonly string[], name: string): string | null {
  const value = propertyOf(lines, name)?.value;
  if (!value) return null;
  const text = cleanLine(value.replace(/\\n/gi, " ").replace(/\\([,;\\])/g, "$1")).slice(0, longestText);
  return text === "" ? null : text;
}

function momentOf(lines: readonly string[], name: string): CalendarMoment | null {
  const property = propertyOf(lines, name);
  const [, year, month, day, hour, minute, second, utc] =
    /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/i.exec(property?.value.trim() ?? "") ?? [];
  if (!property || !year) return null;
  const date = `${year}-${month}-${day}`;
  const at = hour ? `${date}T${hour}:${minute}:${second}${utc ? "Z" : ""}` : date;
  if (Number.isNaN(Date.parse(at.endsWith("Z") || !hour ? at : `${at}Z`))) return null;
  const zone = /;TZID=(?:"([^"]*)"|([^;:]*))/i.exec(property.parameters);
  return { at, zone: hour && !utc ? cleanLine(zone?.[1] ?? zone?.[2] ?? "").slice(0, 100) || null : null };
}
