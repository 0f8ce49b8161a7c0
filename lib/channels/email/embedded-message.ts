import type { MessageBody } from "./message-body.ts";
import { readBody } from "./message-body.ts";
import { collectAttachment, collectText, isBodyText, type Leaf } from "./message-parts.ts";
import type { RawHeader } from "./mime-header.ts";
import { MimeReader } from "./mime-reader.ts";

export interface EmbeddedMessage {
  headers: RawHeader[];
  body: MessageBody;
}

const longest = 1_048_576;

/** A message inside a message: its headers and body. At most the first megabyte is read, and no message inside that one. */
export function readEmbeddedMessage(content: Buffer): EmbeddedMessage {
  const leaves: Leaf[] = [];
  const reader: MimeReader = new MimeReader({
    maxParts: 50,
    openLeaf: (part) =>
      isBodyText(part) ? collectText(leaves, part, reader.warnings) : collectAttachment(leaves, part, null),
  });
  reader.write(content.subarray(0, longest));
  const root = reader.end();
  return { headers: root.headers, body: readBody(root, new Map(leaves.map((leaf) => [leaf.part, leaf]))) };
}
