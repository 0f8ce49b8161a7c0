import type { Mark, Node } from "prosemirror-model";
import { type Block, type Inline, mostFrames, type RichDocument } from "#lib/domain/writing/document.ts";
import { schema } from "./schema.ts";

/** The editor's tree of a document. */
export function nodeOf({ blocks }: RichDocument): Node {
  const children = blocks.map(blockNode);
  return schema.nodes.doc.create(null, children.length > 0 ? children : [schema.nodes.paragraph.create()]);
}

function blockNode(block: Block): Node {
  switch (block.type) {
    case "paragraph":
      return schema.nodes.paragraph.create(null, block.inlines.flatMap(inlineNode));
    case "quote":
      return schema.nodes.blockquote.create(null, block.blocks.map(blockNode));
    case "list": {
      const type = block.ordered ? schema.nodes.ordered_list : schema.nodes.bullet_list;
      return type.create(
        null,
        block.items.map((item) => schema.nodes.list_item.createAndFill(null, item.map(blockNode))!),
      );
    }
  }
}

function inlineNode(inline: Inline): Node[] {
  switch (inline.type) {
    case "break":
      return [schema.nodes.hard_break.create()];
    case "image":
      return [schema.nodes.image.create({ file: inline.file, alt: inline.alt })];
    case "mention":
      return [schema.nodes.mention.create({ agentId: inline.agentId, name: inline.name })];
    case "text": {
      if (!inline.text) return [];
      const marks: Mark[] = [
        ...(inline.link ? [schema.marks.link.create({ href: inline.link })] : []),
        ...(inline.bold ? [schema.marks.bold.create()] : []),
        ...(inline.italic ? [schema.marks.italic.create()] : []),
      ];
      return [schema.text(inline.text, marks)];
    }
  }
}

/** And back. Quotes and lists in one another beyond what a document holds lose their frames, not their words. */
export function documentOfNode(doc: Node): RichDocument {
  return { blocks: doc.children.flatMap((node) => blocksOf(node, mostFrames)) };
}

function blocksOf(node: Node, depth: number): Block[] {
  const name = node.type.name;
  if (name === "paragraph") return [{ type: "paragraph", inlines: node.children.map(inlineOf) }];
  const inner = (parent: Node) => parent.children.flatMap((child) => blocksOf(child, depth - 1));
  if (name === "blockquote") return depth > 0 ? [{ type: "quote", blocks: inner(node) }] : inner(node);
  const items = node.children.map(inner);
  return depth > 0 ? [{ type: "list", ordered: name === "ordered_list", items }] : items.flat();
}

function inlineOf(node: Node): Inline {
  switch (node.type.name) {
    case "image":
      return { type: "image", file: node.attrs.file, alt: node.attrs.alt };
    case "mention":
      return { type: "mention", agentId: node.attrs.agentId, name: node.attrs.name };
    case "hard_break":
      return { type: "break" };
    default: {
      const link = node.marks.find(({ type }) => type === schema.marks.link);
      return {
        type: "text",
        text: node.text ?? "",
        ...(schema.marks.bold.isInSet(node.marks) && { bold: true as const }),
        ...(schema.marks.italic.isInSet(node.marks) && { italic: true as const }),
        ...(link && { link: link.attrs.href as string }),
      };
    }
  }
}
