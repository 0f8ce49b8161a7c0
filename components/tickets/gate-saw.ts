import type { GateResult } from "#lib/domain/answers/gate.ts";
import { formatLanguage, formatNumber, formatPercent } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import type { MessageKey, Translate } from "#lib/i18n/translate.ts";

/** What a gate saw, in the reader's words; "" when there is nothing to say. Runs from before say it in English. */
export function gateSaw({ saw, detail }: GateResult, t: Translate, locale: Locale): string {
  if (!saw) return detail === "none" ? "" : detail;
  const values = Object.entries(saw.values ?? {}).map(([name, value]) => [
    name,
    wordFor(name, value, t, locale),
  ]);
  return t(`gateSaw.${saw.word}`, Object.fromEntries(values)).replace(/ · $/u, "");
}

const sections: Readonly<Record<string, string>> = {
  status: "status",
  channel: "channel",
  mode: "insights.modes",
  level: "assistant.level",
  topics: "assistant.topic",
  steps: "assistant.run",
};

function wordFor(name: string, value: string | number, t: Translate, locale: Locale): string | number {
  if (name === "share" || name === "least") return formatPercent(locale, Number(value), 1);
  if (name === "score") return formatNumber(locale, Number(value), { maximumFractionDigits: 2 });
  if (name === "asked" || name === "answered") return formatLanguage(locale, String(value));
  if (name === "words" && value === "none") return "";
  const section = sections[name];
  if (!section) return value;
  return String(value)
    .split(", ")
    .map((code) => t(`${section}.${code}` as MessageKey))
    .join(", ");
}
