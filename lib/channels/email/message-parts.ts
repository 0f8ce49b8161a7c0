import { createHash } from "node:crypto";
import type { Address } from "#lib/domain/intake/parsed-email.ts";
import type { MessageBody } from "./message-body.ts";
import { firstHeader, type RawHeader } from "./mime-header.ts";
import type { LeafSink, MimePart } from "./mime-reader.ts";

/** What a leaf part held. Text and small protocol parts are kept as bytes; the rest are attachments. */
export type Leaf =
  | { kind: "text"; part: MimePart; bytes: Buffer }
  | { kind: "attachment"; part: MimePart; size: number; sha256: string; content: Buffer };

/** Takes the bytes of one attachment elsewhere (disk, S3) so that they need not be in memory. */
export interface AttachmentSink {
  write(bytes: Buffer): void;
  end(summary: { size: number; sha256: string }): void;
}

const textLimit = 4_194_304;

/** Parts that a person reads as the message: text without a file name, or shown inline. */
export function isBodyText(part: MimePart): boolean {
  if (part.depth === 0 && part.type.startsWith("text/") && part.type !== "text/calendar") return true;
  if (part.type !== "text/plain" && part.type !== "text/html") return false;
  if (part.disposition.value === "attachment") return false;
  return !(part.depth > 0 && hasFileName(part));
}

export function hasFileName(part: MimePart): boolean {
  return part.disposition.parameters.has("filename") || part.contentType.parameters.has("name");
}

export function fileNameOf(part: MimePart): string {
  return part.disposition.parameters.get("filename") ?? part.contentType.parameters.get("name") ?? "";
}

/** Reports in a bounce, calendars, ciphers: parts that the rules read although they are listed as attachments. */
export function isReadByRules(part: MimePart): boolean {
  return (
    /^(?:message|text)\/|^multipart\/report|^application\/(?:ics|(?:x-)?pkcs7-|pgp|(?:vnd\.)?ms-tnef)/.test(
      part.type,
    ) || /(?:\.(?:p7[ms]|asc|pgp|gpg|ics)|^winmail\.dat)$/i.test(fileNameOf(part))
  );
}

export function collectText(leaves: Leaf[], part: MimePart, warnings: Set<string>): LeafSink {
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    write(bytes) {
      size += bytes.length;
      if (size <= textLimit) chunks.push(bytes);
      else warnings.add("a text part is longer than 4 MB: the rest was not read");
    },
    end() {
      leaves.push({ kind: "text", part, bytes: Buffer.concat(chunks) });
    },
  };
}

export function collectAttachment(
  leaves: Leaf[],
  part: MimePart,
  elsewhere: AttachmentSink | null,
): LeafSink {
  const hash = createHash("sha256");
  const chunks: Buffer[] = [];
  let size = 0;
  return {
    write(bytes) {
      size += bytes.length;
      hash.update(bytes);
      if (elsewhere) elsewhere.write(bytes);
      // Decoded slices share memory with the chunk they came from, so they are copied.
      if (!elsewhere || (isReadByRules(part) && size <= textLimit)) chunks.push(Buffer.from(bytes));
    },
    end() {
      const sha256 = hash.digest("hex");
      elsewhere?.end({ size, sha256 });
      leaves.push({ kind: "attachment", part, size, sha256, content: Buffer.concat(chunks) });
    },
  };
}

export function contentIdOf(part: MimePart): string | null {
  const id = firstHeader(part.headers, "content-id")?.replace(/^[\s<]+|[\s>]+$/g, "") ?? "";
  return id === "" ? null : id.slice(0, 500);
}

/** What the recognisers (bounce, automatic reply, forward) look at. */
export interface MessageFacts {
  root: MimePart;
  headers: RawHeader[];
  hint: string | null;
  subject: string;
  body: MessageBody;
  bodies: Map<MimePart, Leaf>;
  from: Address[];
}
