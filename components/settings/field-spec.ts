/** A form described as data: pages say what is asked, one component draws it. */
export type Option = { value: string; label: string };
type Common = {
  name: string;
  label: string;
  hint?: string;
  /** Shares its line with the next half. */
  half?: boolean;
};
export type FieldSpec = Common &
  (
    | {
        kind: "text" | "email" | "password" | "colour" | "time";
        value: string;
        required?: boolean;
        maxLength?: number;
        readOnly?: boolean;
      }
    | { kind: "number"; value: number | null; min: number; max: number; step?: number }
    | { kind: "textarea"; value: string; rows?: number; required?: boolean; maxLength?: number }
    | { kind: "select"; value: string; options: readonly Option[] }
    | { kind: "check"; value: boolean }
    | { kind: "file"; accept: string }
    /** Numbers in rows and columns, each named `row.column`; an empty one is not set. */
    | {
        kind: "grid";
        rows: readonly Option[];
        columns: readonly Option[];
        values: Readonly<Record<string, number | null>>;
        min: number;
        max: number;
      }
    /**
     * Rows of small fields, each named `name.row.column`, with some empty ones below to fill in. A row whose first
     * field is empty is none.
     */
    | {
        kind: "lines";
        columns: readonly (Common & { options?: readonly Option[]; maxLength?: number; wide?: boolean })[];
        rows: readonly Readonly<Record<string, string>>[];
        blank: number;
      }
    /** Nothing to fill in: what follows belongs together. */
    | { kind: "heading" }
    | { kind: "checks"; values: readonly string[]; options: readonly Option[] }
    /** A choice beside each option; the first choice means none. */
    | {
        kind: "levels";
        values: Readonly<Record<string, string>>;
        options: readonly Option[];
        choices: readonly Option[];
      }
  );

export type SettingsReport = {
  title: string;
  lines: string[];
  table?: { caption: string; header: string[]; rows: string[][] };
  /** The tickets that it speaks of. */
  tickets?: { title: string; numbers: number[] }[];
};

export type SettingsState = {
  problem: string | null;
  /** By field name; the names of nested fields have dots. */
  errors: Record<string, string>;
  /** Something that is shown only now: a token, a link. */
  secret?: { label: string; value: string };
  /** What a trial found; nothing was saved. */
  report?: SettingsReport;
  /** Said to who cannot see that it happened. */
  done?: string;
  /** What was typed, so that a refusal loses nothing. */
  typed?: Record<string, string[]>;
};
