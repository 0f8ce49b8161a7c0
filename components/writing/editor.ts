import { baseKeymap, chainCommands, exitCode, lift, toggleMark, wrapIn } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { inputRules, wrappingInputRule } from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem, wrapInList } from "prosemirror-schema-list";
import { type Command, EditorState, Selection, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { documentOf, isPlain, type RichDocument } from "#lib/domain/writing/document.ts";
import { documentText } from "#lib/domain/writing/render-document.ts";
import { safeLink } from "#lib/domain/writing/safe-link.ts";
import { documentOfNode, nodeOf } from "./nodes.ts";
import { copiedText, pastedHtml, pastedText, saysSomething } from "./pasted.ts";
import { schema } from "./schema.ts";
import type { Editor, EditorOptions, Format } from "./writing.ts";

const { nodes, marks } = schema;

/** Rich writing in `place`. Loaded when somebody is about to write; knows nothing of React or of tickets. */
export function createEditor(place: HTMLElement, options: EditorOptions): Editor {
  const { label, placeholder, onChange, onFiles, onTrigger, onLeave } = options;
  const view = new EditorView(place, {
    state: stateOf(options.document, options),
    attributes: (state) => ({
      role: "textbox",
      "aria-multiline": "true",
      "aria-label": label,
      dir: "auto",
      class: options.className,
      ...(isEmpty(state) && { "data-placeholder": placeholder }),
    }),
    dispatchTransaction(transaction) {
      view.updateState(view.state.apply(transaction));
      if (transaction.docChanged) onChange();
    },
    handleTextInput(_, from, _to, text) {
      if (text !== "/" && text !== "@") return false;
      const { $from, empty } = view.state.selection;
      const before = $from.parent.textBetween(0, $from.parentOffset, undefined, "\ufffc");
      if (!empty || from !== $from.pos || /\S$/.test(before)) return false;
      return onTrigger(text);
    },
    transformPastedHTML: pastedHtml,
    clipboardTextParser: pastedText,
    clipboardTextSerializer: copiedText,
    handlePaste: (_, event) => take(event, event.clipboardData),
    handleDrop(_, event) {
      const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
      if (at && event.dataTransfer?.files.length)
        view.dispatch(view.state.tr.setSelection(Selection.near(view.state.doc.resolve(at.pos))));
      return take(event, event.dataTransfer);
    },
    handleDOMEvents: { blur: () => void onLeave() },
  });

  function take(event: Event, data: DataTransfer | null): boolean {
    const files = [...(data?.files ?? [])];
    // A spreadsheet or a word processor offers a picture of the text beside the text.
    if (files.length === 0 || saysSomething(data?.getData("text/html") ?? "")) return false;
    event.preventDefault();
    onFiles(files);
    return true;
  }

  const run = (command: Command) => {
    command(view.state, view.dispatch, view);
    view.focus();
  };
  const document = () => documentOfNode(view.state.doc);

  return {
    words() {
      const written = document();
      return { body: documentText(written), document: isPlain(written) ? null : written };
    },
    set(words) {
      view.updateState(stateOf(words.document ?? documentOf(words.body), options));
      onChange();
    },
    append(text) {
      const empty = isEmpty(view.state);
      const added = nodeOf(documentOf(text)).content;
      const end = view.state.doc.content.size;
      const { tr } = view.state;
      if (empty) tr.replaceWith(0, end, added);
      else tr.insert(end, nodeOf(documentOf(`\n${text}`)).content);
      view.dispatch(tr.setSelection(Selection.atEnd(tr.doc)).scrollIntoView());
    },
    insertText: (text) => view.dispatch(view.state.tr.insertText(text).scrollIntoView()),
    insertImage(file, alt) {
      view.dispatch(view.state.tr.replaceSelectionWith(nodes.image.create({ file, alt })).scrollIntoView());
    },
    insertMention(agentId, name) {
      const { tr } = view.state;
      tr.replaceSelectionWith(nodes.mention.create({ agentId, name })).insertText(" ");
      view.dispatch(tr.scrollIntoView());
    },
    select: (from, to) => {
      const at = (offset: number) => positionOf(view.state, offset);
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, at(from), at(to))));
    },
    format: (format) => run(commands[format]),
    link(written) {
      const href = safeLink(written) ?? safeLink(`https://${written}`);
      if (!href) return false;
      const { from, to, empty } = view.state.selection;
      const mark = marks.link.create({ href });
      view.dispatch(
        empty
          ? view.state.tr.replaceSelectionWith(schema.text(written, [mark]), false)
          : view.state.tr.addMark(from, to, mark),
      );
      view.focus();
      return true;
    },
    unlink: () => run(toggleMark(marks.link)),
    selectedLink: () => {
      const { from, to, $from } = view.state.selection;
      let href: string | null = marks.link.isInSet($from.marks())?.attrs.href ?? null;
      view.state.doc.nodesBetween(from, to, (node) => {
        href ??= marks.link.isInSet(node.marks)?.attrs.href ?? null;
      });
      return href;
    },
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

const list = (type: (typeof nodes)["bullet_list"]): Command =>
  chainCommands(liftListItem(nodes.list_item), wrapInList(type));

const commands: Record<Format, Command> = {
  bold: toggleMark(marks.bold),
  italic: toggleMark(marks.italic),
  bullets: list(nodes.bullet_list),
  numbers: list(nodes.ordered_list),
  quote: (state, dispatch, view) =>
    isInside(state, "blockquote")
      ? lift(state, dispatch, view)
      : wrapIn(nodes.blockquote)(state, dispatch, view),
};

function stateOf(document: RichDocument, { onSend, onEscape, onLink }: EditorOptions): EditorState {
  const doc = nodeOf(document);
  const done =
    (act: () => void): Command =>
    (_, dispatch) => {
      if (dispatch) act();
      return true;
    };
  const newLine = chainCommands(exitCode, (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(nodes.hard_break.create()).scrollIntoView());
    return true;
  });
  return EditorState.create({
    doc,
    selection: Selection.atEnd(doc),
    plugins: [
      keymap({
        "Mod-Enter": done(() => onSend(false)),
        "Shift-Mod-Enter": done(() => onSend(true)),
        Escape: done(onEscape),
        "Mod-b": commands.bold,
        "Mod-i": commands.italic,
        "Shift-Mod-k": done(onLink),
        "Shift-Mod-7": commands.numbers,
        "Shift-Mod-8": commands.bullets,
        "Shift-Mod-9": commands.quote,
        "Mod-]": sinkListItem(nodes.list_item),
        "Mod-[": liftListItem(nodes.list_item),
        "Mod-z": undo,
        "Mod-y": redo,
        "Shift-Mod-z": redo,
        "Shift-Enter": newLine,
        Enter: splitListItem(nodes.list_item),
      }),
      keymap(baseKeymap),
      history(),
      inputRules({
        rules: [
          wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
          wrappingInputRule(/^\s*1[.)]\s$/, nodes.ordered_list),
          wrappingInputRule(/^\s*>\s$/, nodes.blockquote),
        ],
      }),
    ],
  });
}

function isInside({ selection: { $from } }: EditorState, name: string): boolean {
  for (let depth = $from.depth; depth > 0; depth--) if ($from.node(depth).type.name === name) return true;
  return false;
}

const isEmpty = ({ doc }: EditorState): boolean =>
  doc.childCount === 1 && doc.firstChild!.type === nodes.paragraph && doc.firstChild!.content.size === 0;

/** Where a character of the plain words stands: one paragraph a line, as `documentOf` made them. */
function positionOf({ doc }: EditorState, offset: number): number {
  let left = offset;
  let at = 1;
  for (const line of doc.children) {
    if (left <= line.content.size) return at + left;
    left -= line.content.size + 1;
    at += line.nodeSize;
  }
  return Selection.atEnd(doc).from;
}
