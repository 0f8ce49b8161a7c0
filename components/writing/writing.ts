import type { RichDocument } from "#lib/domain/writing/document.ts";
import type { Words } from "#lib/domain/writing/join-words.ts";

export type { Words };
export type Format = "bold" | "italic" | "bullets" | "numbers" | "quote";

export type EditorOptions = {
  document: RichDocument;
  label: string;
  placeholder: string;
  className: string;
  onChange: () => void;
  /** ⌘↵; with shift it also solves. */
  onSend: (solve: boolean) => void;
  /** Pasted or dropped. */
  onFiles: (files: File[]) => void;
  /** A sign typed where a word begins; true when something opened and the sign is not to be written. */
  onTrigger: (sign: "/" | "@") => boolean;
  onLink: () => void;
  onEscape: () => void;
  onLeave: () => void;
};

export interface Editor {
  words(): Words;
  set(words: Words): void;
  /** Below what is there, after an empty line. */
  append(text: string): void;
  insertText(text: string): void;
  insertImage(file: string, alt: string): void;
  insertMention(agentId: string, name: string): void;
  /** By characters of the plain words. */
  select(from: number, to: number): void;
  format(format: Format): void;
  /** False when it cannot be a link. */
  link(target: string): boolean;
  unlink(): void;
  selectedLink(): string | null;
  focus(): void;
  destroy(): void;
}
