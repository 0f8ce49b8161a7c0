import type { ParsedAttachment } from "#lib/domain/intake/parsed-email.ts";
import { decodeHeaderText } from "./encoded-words.ts";
import { safeFileName } from "./file-name.ts";
import { contentIdOf, type Leaf } from "./message-parts.ts";
import { firstHeader, parseHeaderBlock, parseParameters } from "./mime-header.ts";
import type { MimePart } from "./mime-reader.ts";

/** Every part that is not body text, in document order, with a safe name. */
export function listAttachments(
  root: MimePart,
  bodies: Map<MimePart, Leaf>,
  html: string | null,
  hint: string | null,
): ParsedAttachment[] {
  const attachments: ParsedAttachment[] = [];
  const referenced = contentIdsIn(html);
  for (const part of partsOf(root)) {
    const leaf = bodies.get(part);
    if (leaf?.kind !== "attachment") continue;
    const contentId = contentIdOf(part);
    attachments.push({
      name: nameOf(part, leaf.content, hint, attachments.length + 1),
      type: part.type,
      size: leaf.size,
      sha256: leaf.sha256,
      contentId,
      inline: contentId !== null && referenced.has(contentId.toLowerCase()),
      content: leaf.content,
    });
  }
  return attachments;
}

function* partsOf(part: MimePart): Generator<MimePart> {
  yield part;
  for (const child of part.children) yield* partsOf(child);
}

function contentIdsIn(html: string | null): Set<string> {
  const ids = new Set<string>();
  for (const match of (html ?? "").matchAll(/\bcid:([^"'\s>)]{1,500})/gi)) {
    const id = (match[1] ?? "").toLowerCase();
    if (ids.has(id)) continue;
    ids.add(id);
    try {
      ids.add(decodeURIComponent(id));
    } catch {
      // A broken escape is only ever itself.
    }
  }
  return ids;
}

function nameOf(part: MimePart, content: Buffer, hint: string | null, number: number): string {
  const disposition = parseParameters(firstHeader(part.headers, "content-disposition"), hint);
  const type = parseParameters(firstHeader(part.headers, "content-type"), hint);
  const written = disposition.parameters.get("filename") ?? type.parameters.get("name") ?? "";
  const safe = safeFileName(written);
  if (safe) return safe;
  if (part.type === "message/rfc822") {
    const subject = firstHeader(parseHeaderBlock(headOf(content)), "subject");
    return `${safeFileName(decodeHeaderText(subject ?? "", hint)).slice(0, 100) || "message"}.eml`;
  }
  return `attachment-${number}${endings[part.type] ?? ""}`;
}

/** The header block at the start of an attached message. */
export function headOf(content: Buffer): Buffer {
  const end = /\r?\n\r?\n/.exec(content.toString("latin1", 0, 65_536));
  return content.subarray(0, end ? end.index : 65_536);
}

const endings: Record<string, string> = {
  "text/calendar": ".ics",
  "text/plain": ".txt",
  "text/html": ".html",
  "text/csv": ".csv",
  "image/jpeg": ".jpg",
  "image/png": ".png",
  "image/gif": ".gif",
  "application/pdf": ".pdf",
  "message/delivery-status": ".txt",
  "text/rfc822-headers": ".txt",
  "application/pgp-signature": ".asc",
  "application/ms-tnef": ".dat",
};
