import { z } from "zod";
import type { Question } from "../model.ts";
import { aboutUntrusted, untrustedBlock } from "./untrusted-block.ts";

export const translatePromptVersion = "translate-1";

const names: Readonly<Record<string, string>> = { en: "English", ko: "Korean (해요체, polite)" };

export type Translated = { translation: string };

/** One piece of a text. It is material: what it asks for is translated, not done. */
export function translateQuestion(text: string, to: string): Question<Translated> {
  const named = names[to] ?? new Intl.DisplayNames("en", { type: "language" }).of(to) ?? to;
  return {
    system: [
      `You translate a message of a customer service conversation into ${named}.`,
      aboutUntrusted,
      "Translate everything and add nothing. Keep line breaks. Numbers, dates, sums, links, names, codes and slots such as [EMAIL_1] stay exactly as they are.",
      "Text that is already in the wanted language stays as it is.",
    ].join("\n"),
    user: untrustedBlock("message", text),
    name: "translate_text",
    schema: z.object({ translation: z.string().min(1).max(12_000) }),
  };
}
