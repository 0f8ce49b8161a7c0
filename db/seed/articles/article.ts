import type { Locale } from "../desk/locale.ts";

/** One article in both languages. `auto`: the assistant may answer with it by itself. */
export type SeedArticle = {
  slug: string;
  auto: boolean;
} & Record<Locale, { title: string; body: string }>;
