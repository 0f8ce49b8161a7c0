/**
 * What a person writes, as data: no markup, no style, nothing a browser would run. The editor makes it, the
 * server checks it against this shape, and `render-document` alone turns it into words or HTML.
 */
export type RichDocument = { blocks: Block[] };

/** How many quotes and lists may stand in one another. */
export const mostFrames = 6;

export type Block =
  | { type: "paragraph"; inlines: Inline[] }
  | { type: "quote"; blocks: Block[] }
  | { type: "list"; ordered: boolean; items: Block[][] };

export type Inline = Words | Picture | Mention | { type: "break" };

export type Words = { type: "text"; text: string; bold?: true; italic?: true; link?: string };

/** A picture in the line. `file` is the token it was handed in with, or the content id once it was sent. */
export type Picture = { type: "image"; file: string; alt: string };

/** A colleague, by name, in a note. */
export type Mention = { type: "mention"; agentId: string; name: string };

/** Each line a paragraph, as a plain text field keeps it. */
export function documentOf(text: string): RichDocument {
  return {
    blocks: text.split("\n").map((line) => ({
      type: "paragraph",
      inlines: line ? [{ type: "text", text: line }] : [],
    })),
  };
}

/** Whether the words alone would lose something. */
export function isPlain({ blocks }: RichDocument): boolean {
  return blocks.every(
    (block) =>
      block.type === "paragraph" &&
      block.inlines.every(
        (one) =>
          one.type === "break" || (one.type === "text" && !one.bold && !one.italic && one.link === undefined),
      ),
  );
}

export function inlinesOf(document: RichDocument): Inline[] {
  const within = (block: Block): Inline[] => {
    if (block.type === "paragraph") return block.inlines;
    return (block.type === "quote" ? block.blocks : block.items.flat()).flatMap(within);
  };
  return document.blocks.flatMap(within);
}

export const picturesIn = (document: RichDocument): Picture[] =>
  inlinesOf(document).filter((one) => one.type === "image");

export const mentionsIn = (document: RichDocument): Mention[] =>
  inlinesOf(document).filter((one) => one.type === "mention");

/** The same document with other inlines in the same places; null takes one out. */
export function mapInlines(document: RichDocument, change: (one: Inline) => Inline | null): RichDocument {
  const within = (block: Block): Block => {
    if (block.type === "paragraph")
      return { ...block, inlines: block.inlines.map(change).filter((one) => one !== null) };
    if (block.type === "quote") return { ...block, blocks: block.blocks.map(within) };
    return { ...block, items: block.items.map((item) => item.map(within)) };
  };
  return { blocks: document.blocks.map(within) };
}
