import type en from "./en.json";
import { formatMessage, type MessageValues } from "./format-message.ts";
import type { Locale } from "./locale.ts";

/** A catalogue, or the sections of one that an island needs. */
export type Messages = { readonly [key: string]: string | Messages };

type Leaves<T, Path extends string = ""> = {
  [Key in keyof T & string]: T[Key] extends string ? `${Path}${Key}` : Leaves<T[Key], `${Path}${Key}.`>;
}[keyof T & string];

/** Every key of en.json, dotted: `"ticket.reply.send"`. */
export type MessageKey = Leaves<typeof en>;
export type MessageSection = keyof typeof en;

export type Translate = (key: MessageKey, values?: MessageValues) => string;

/** `t("inbox.count", { count: 3 })`. An unknown key shows as itself, so that a gap is seen and nothing breaks. */
export function translator(locale: Locale, messages: Messages): Translate {
  return (key, values) => {
    const message = find(messages, key);
    return message === undefined ? key : formatMessage(locale, message, values);
  };
}

function find(messages: Messages, key: string): string | undefined {
  let at: string | Messages | undefined = messages;
  for (let from = 0; from <= key.length; ) {
    const dot = key.indexOf(".", from);
    const to = dot === -1 ? key.length : dot;
    const step = key.slice(from, to);
    if (typeof at !== "object" || !Object.hasOwn(at, step)) return;
    at = at[step];
    from = to + 1;
  }
  return typeof at === "string" ? at : undefined;
}
