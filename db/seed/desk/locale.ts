export type Locale = "en" | "ko";
export const seedLocales: readonly Locale[] = ["en", "ko"];
