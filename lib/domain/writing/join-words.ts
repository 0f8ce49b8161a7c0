import { type Block, documentOf, type RichDocument } from "./document.ts";

/** What was written: the words, and their look when they have one. */
export type Words = { body: string; document: RichDocument | null };

/** Two texts in one, an empty line between them; the look of either is kept. */
export function joinWords(first: Words, second: Words): Words {
  if (!second.body.trim()) return first;
  if (!first.body.trim()) return second;
  const body = `${first.body.trimEnd()}\n\n${second.body}`;
  if (!first.document && !second.document) return { body, document: null };
  const emptyLine: Block = { type: "paragraph", inlines: [] };
  return { body, document: { blocks: [...blocksOf(first), emptyLine, ...blocksOf(second)] } };
}

const blocksOf = ({ body, document }: Words): Block[] => (document ?? documentOf(body)).blocks;
