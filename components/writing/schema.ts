import { type NodeSpec, Schema } from "prosemirror-model";
import { safeLink } from "#lib/domain/writing/safe-link.ts";

const list = (tag: "ul" | "ol"): NodeSpec => ({
  group: "block",
  content: "list_item+",
  parseDOM: [{ tag }],
  toDOM: () => [tag, 0],
});

/** Exactly what a `RichDocument` can say. What is pasted is read through this: all else falls away. */
export const schema = new Schema({
  nodes: {
    doc: { content: "block+" },
    paragraph: {
      group: "block",
      content: "inline*",
      parseDOM: [
        ...["p", "div", "h1", "h2", "h3", "h4", "h5", "h6"].map((tag) => ({ tag })),
        { tag: "pre", preserveWhitespace: true },
      ],
      toDOM: () => ["p", 0],
    },
    blockquote: {
      group: "block",
      content: "block+",
      defining: true,
      parseDOM: [{ tag: "blockquote" }],
      toDOM: () => ["blockquote", 0],
    },
    bullet_list: list("ul"),
    ordered_list: list("ol"),
    list_item: {
      content: "paragraph block*",
      defining: true,
      parseDOM: [{ tag: "li" }],
      toDOM: () => ["li", 0],
    },
    text: { group: "inline" },
    hard_break: {
      group: "inline",
      inline: true,
      selectable: false,
      // Where white space counts, a line that ends in what is pasted ends here.
      linebreakReplacement: true,
      parseDOM: [{ tag: "br" }],
      toDOM: () => ["br"],
    },
    image: {
      group: "inline",
      inline: true,
      draggable: true,
      attrs: { file: {}, alt: { default: "" } },
      // Only a picture that was handed in; one from elsewhere would be loaded by pasting it.
      parseDOM: [
        {
          tag: "img[data-file]",
          getAttrs: (element) => ({
            file: element.getAttribute("data-file"),
            alt: element.getAttribute("alt") ?? "",
          }),
        },
      ],
      toDOM: ({ attrs: { file, alt } }) => [
        "img",
        { src: `/attachments/kept?file=${encodeURIComponent(file)}`, alt, "data-file": file },
      ],
    },
    mention: {
      group: "inline",
      inline: true,
      atom: true,
      attrs: { agentId: {}, name: {} },
      parseDOM: [
        {
          tag: "span[data-agent]",
          getAttrs: (element) => ({
            agentId: element.getAttribute("data-agent"),
            name: (element.textContent ?? "").replace(/^@/, ""),
          }),
        },
      ],
      toDOM: ({ attrs: { agentId, name } }) => ["span", { "data-agent": agentId }, `@${name}`],
      leafText: ({ attrs }) => `@${attrs.name}`,
    },
  },
  marks: {
    link: {
      attrs: { href: {} },
      inclusive: false,
      parseDOM: [
        {
          tag: "a[href]",
          getAttrs: (element) => {
            const href = safeLink(element.getAttribute("href") ?? "");
            return href ? { href } : false;
          },
        },
      ],
      toDOM: ({ attrs }) => ["a", { href: attrs.href, title: attrs.href }, 0],
    },
    bold: {
      parseDOM: [
        { tag: "strong" },
        { tag: "b", getAttrs: (element) => element.style.fontWeight !== "normal" && null },
        { style: "font-weight", getAttrs: (value) => /^(?:bold|[6-9]00)$/.test(value) && null },
      ],
      toDOM: () => ["strong", 0],
    },
    italic: {
      parseDOM: [{ tag: "em" }, { tag: "i" }, { style: "font-style=italic" }],
      toDOM: () => ["em", 0],
    },
  },
});
