import "server-only";
import type { FieldSpec, Option } from "#components/settings/field-spec.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import type { Translate } from "#lib/i18n/translate.ts";

type Both = { en: string; ko: string };

/** A name or text in both languages, as two fields. */
export function bothFields(
  t: Translate,
  name: string,
  label: string,
  value: Both,
  kind: "text" | "textarea" = "text",
): FieldSpec[] {
  return (["en", "ko"] as const).map((lang) => ({
    kind,
    name: `${name}.${lang}`,
    label: `${label} · ${t(`settings.${lang}`)}`,
    value: value[lang],
    required: kind === "text",
  }));
}

export const keyField = (t: Translate, value: string | undefined, hint: string): FieldSpec => ({
  kind: "text",
  name: "key",
  label: t("settings.key"),
  hint,
  value: value ?? "",
  required: true,
  readOnly: value !== undefined,
});

export const named = (locale: Locale, rows: readonly { id: string; name: Both }[]): Option[] =>
  rows.map(({ id, name }) => ({ value: id, label: name[locale] }));

export const orderLabels = (t: Translate, name: string) => ({
  up: t("settings.up", { name }),
  down: t("settings.down", { name }),
});

/** "None", "Level 1" to "Level 3". */
export const levelChoices = (t: Translate): Option[] => [
  { value: "", label: t("settings.agents.noSkill") },
  ...[1, 2, 3].map((level) => ({ value: String(level), label: t("settings.agents.level", { level }) })),
];

export const noBoth: Both = { en: "", ko: "" };
