"use client";
import {
  type Ref,
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { flushSync } from "react-dom";
import { documentOf } from "#lib/domain/writing/document.ts";
import { joinWords } from "#lib/domain/writing/join-words.ts";
import type { Editor, EditorOptions, Words } from "./writing.ts";

export type WritingHandle = {
  words(): Words;
  set(words: Words): void;
  append(text: string): void;
  focus(): void;
  /** Asks for the rich editor: somebody is about to write. */
  want(): void;
  /** Does it in the rich editor, which may first have to come. */
  rich(act: (editor: Editor) => void): void;
  /** Null until the rich editor is here. */
  editor: Editor | null;
};

export type WritingFieldProps = {
  initial: Words;
  label: string;
  placeholder: string;
  disabled?: boolean;
  onChange: (words: () => Words) => void;
  handle: Ref<WritingHandle>;
} & Pick<EditorOptions, "onSend" | "onFiles" | "onTrigger" | "onLink" | "onEscape" | "onLeave">;

type MakeEditor = typeof import("./editor.ts").createEditor;
let made: MakeEditor | null = null;
const load = async (): Promise<MakeEditor> => {
  made ??= (await import("./editor.ts")).createEditor;
  return made;
};

const look =
  "max-h-[38vh] min-h-18 w-full overflow-y-auto rounded-md border border-line-strong bg-canvas px-3 py-2 text-base outline-none focus-visible:border-accent pointer-coarse:text-md";
const rich = `writing ${look}`;

/**
 * A place to write. It is a plain field at once; the rich editor comes when somebody is about to write or the words have
 * a look already, and takes over words, selection and focus in one step, never in the middle of a composed syllable.
 */
export function WritingField(props: WritingFieldProps) {
  const { initial, label, placeholder, disabled, handle } = props;
  const [isRich, setRich] = useState(false);
  const plain = useRef<HTMLTextAreaElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<Editor | null>(null);
  const start = useRef({ words: initial, from: 0, to: 0, focused: false });
  const latest = useRef(props);
  latest.current = props;

  /** What the field says now; a look that was not touched yet is kept. */
  const words = useCallback((): Words => {
    if (editor.current) return editor.current.words();
    const body = plain.current?.value ?? start.current.words.body;
    return body === start.current.words.body ? start.current.words : { body, document: null };
  }, []);
  const set = (next: Words) => {
    if (editor.current) return editor.current.set(next);
    start.current = { ...start.current, words: next };
    if (plain.current) {
      plain.current.value = next.body;
      plain.current.readOnly = next.document !== null;
    }
    latest.current.onChange(words);
    if (next.document) want();
  };

  /** The caret of the plain field was put somewhere. */
  const visited = useRef(false);
  const composing = useRef(false);
  const wanted = useRef(false);
  const waiting = useRef<((editor: Editor) => void)[]>([]);
  const want = () => {
    if (wanted.current) return;
    wanted.current = true;
    void load().then(
      () => !composing.current && swap(),
      () => {
        // Without the editor the plain field goes on; the next touch asks again.
        wanted.current = false;
        waiting.current = [];
      },
    );
  };

  useImperativeHandle(handle, () => ({
    words,
    set,
    append(text) {
      if (editor.current) return editor.current.append(text);
      set(joinWords(words(), { body: text, document: null }));
    },
    focus() {
      if (editor.current) return editor.current.focus();
      const field = plain.current;
      // The browser begins before the first word.
      if (field && !visited.current) field.setSelectionRange(field.value.length, field.value.length);
      field?.focus();
    },
    want,
    rich(act) {
      if (editor.current) return act(editor.current);
      waiting.current.push(act);
      want();
    },
    get editor() {
      return editor.current;
    },
  }));

  // The plain field's words, caret and focus go over in the same task: no key is pressed in between.
  const swap = () => {
    const field = plain.current;
    if (!field || !made) return;
    start.current = {
      words: words(),
      from: field.selectionStart,
      to: field.selectionEnd,
      focused: document.activeElement === field,
    };
    flushSync(() => setRich(true));
  };

  // What stands in the plain field outlives it: the words go on to be saved, and are there when the field comes back.
  useLayoutEffect(
    () => () => {
      start.current = { ...start.current, words: words() };
    },
    [words],
  );

  useEffect(() => {
    if (made || start.current.words.document) want();
  });

  // The plain field's words outlive it, as the editor's do: whoever saves them later asks here.
  useLayoutEffect(
    () => () => {
      start.current = { ...start.current, words: words() };
    },
    [words],
  );

  useLayoutEffect(() => {
    if (!isRich || !place.current || !made) return;
    const { words: first, from, to, focused } = start.current;
    const here = made(place.current, {
      document: first.document ?? documentOf(first.body),
      label: latest.current.label,
      placeholder: latest.current.placeholder,
      className: rich,
      onChange: () => latest.current.onChange(words),
      onSend: (solve) => latest.current.onSend(solve),
      onFiles: (files) => latest.current.onFiles(files),
      onTrigger: (sign) => latest.current.onTrigger(sign),
      onLink: () => latest.current.onLink(),
      onEscape: () => latest.current.onEscape(),
      onLeave: () => latest.current.onLeave(),
    });
    editor.current = here;
    if (!first.document) here.select(from, to);
    if (focused) here.focus();
    for (const act of waiting.current.splice(0)) act(here);
    return () => {
      start.current = { ...start.current, words: here.words() };
      editor.current = null;
      here.destroy();
    };
  }, [isRich, words]);

  if (isRich && !disabled) return <div ref={place} />;
  return (
    <textarea
      ref={plain}
      defaultValue={start.current.words.body}
      // Words with a look wait for the editor, so that typing cannot take the look away.
      readOnly={start.current.words.document !== null}
      disabled={disabled}
      onFocus={() => {
        visited.current = true;
        want();
      }}
      onChange={() => latest.current.onChange(words)}
      onBlur={props.onLeave}
      onCompositionStart={() => {
        composing.current = true;
      }}
      onCompositionEnd={() => {
        composing.current = false;
        // The browser has still to write the syllable.
        if (made) requestAnimationFrame(() => !composing.current && swap());
      }}
      onPaste={(event) => {
        if (event.clipboardData.files.length === 0) return;
        event.preventDefault();
        props.onFiles([...event.clipboardData.files]);
      }}
      onDrop={(event) => {
        if (event.dataTransfer.files.length === 0) return;
        event.preventDefault();
        props.onFiles([...event.dataTransfer.files]);
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.metaKey || event.ctrlKey) && !event.nativeEvent.isComposing) {
          event.preventDefault();
          props.onSend(event.shiftKey);
        }
        if (event.key === "Escape") props.onEscape();
      }}
      dir="auto"
      rows={3}
      placeholder={placeholder}
      aria-label={label}
      className={`${look} resize-none [field-sizing:content]`}
    />
  );
}
