import "server-only";
import type { FieldSpec, Option } from "#components/settings/field-spec.ts";
import type { RouteConditions } from "#lib/domain/routing/route.ts";
import { channels, priorities } from "#lib/domain/tickets/status.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import type { Translate } from "#lib/i18n/translate.ts";
import { readCategories, readMailboxes, readQueues } from "#lib/reads/settings.ts";
import type { Context } from "#lib/services/context.ts";
import { named } from "./fields.ts";
import type { readForm } from "./read-form.ts";

const urgencies = ["low", "normal", "high", "urgent"] as const;
const complexities = ["simple", "standard", "complex"] as const;

/** What a ticket must be like: each list that is given has to hold, any of its values will do. */
export async function conditionFields(
  ctx: Context,
  { t, locale }: { t: Translate; locale: Locale },
  when: RouteConditions,
  { route }: { route: boolean },
): Promise<FieldSpec[]> {
  const [queues, categories, mailboxes] = await Promise.all([
    readQueues(ctx),
    readCategories(ctx),
    readMailboxes(ctx),
  ]);
  const checks = (
    name: string,
    values: readonly string[] | undefined,
    options: readonly Option[],
  ): FieldSpec => ({
    kind: "checks",
    name: `when.${name}`,
    label: t(`settings.when.${name as "queueIds"}`),
    values: values ?? [],
    options,
  });
  const fields: FieldSpec[] = [
    { kind: "check", name: "when.vip", label: t("settings.when.vip"), value: when.vip === true },
    checks("queueIds", when.queueIds, named(locale, queues)),
    checks("categoryIds", when.categoryIds, named(locale, categories)),
    checks(
      "mailboxIds",
      when.mailboxIds,
      mailboxes.map(({ id, name }) => ({ value: id, label: name })),
    ),
    checks(
      "priorities",
      when.priorities,
      priorities.map((value) => ({ value, label: t(`priority.${value}`) })),
    ),
    checks(
      "channels",
      when.channels,
      channels.map((value) => ({ value, label: t(`channel.${value}`) })),
    ),
    {
      kind: "text",
      name: "when.languages",
      label: t("settings.when.languages"),
      hint: t("settings.when.languagesHint"),
      value: (when.languages ?? []).join(", "),
    },
    {
      kind: "text",
      name: "when.tags",
      label: t("settings.when.tags"),
      hint: t("settings.when.tagsHint"),
      value: (when.tags ?? []).join(", "),
    },
  ];
  if (!route) return fields;
  return [
    {
      kind: "number",
      name: "when.angerFrom",
      label: t("settings.when.angerFrom"),
      hint: t("settings.when.angerHint"),
      value: when.angerFrom ?? null,
      min: 0,
      max: 1,
      step: 0.05,
    },
    checks(
      "urgencies",
      when.urgencies,
      urgencies.map((value) => ({ value, label: t(`assistant.level.${value}`) })),
    ),
    checks(
      "complexities",
      when.complexities,
      complexities.map((value) => ({ value, label: t(`assistant.level.${value}`) })),
    ),
    ...fields,
  ];
}

/** What the form says; what it does not show (`kept`) stays as it was. An empty list is no condition. */
export function readConditions(
  { all, word, checked, number }: ReturnType<typeof readForm>,
  kept: RouteConditions,
): RouteConditions {
  const list = <T extends string>(name: string) => {
    const values = all(`when.${name}`) as T[];
    return values.length > 0 ? values : undefined;
  };
  const words = (name: string) => {
    const values = word(`when.${name}`)
      .split(",")
      .map((one) => one.trim())
      .filter(Boolean);
    return values.length > 0 ? values : undefined;
  };
  const given: RouteConditions = {
    companyIds: kept.companyIds,
    customerIds: kept.customerIds,
    vip: checked("when.vip") ? true : undefined,
    queueIds: list("queueIds"),
    categoryIds: list("categoryIds"),
    mailboxIds: list("mailboxIds"),
    priorities: list("priorities"),
    channels: list("channels"),
    languages: words("languages"),
    tags: words("tags"),
    angerFrom: word("when.angerFrom") ? number("when.angerFrom") : undefined,
    urgencies: list("urgencies"),
    complexities: list("complexities"),
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}

/** What conditions speak of, by id. */
export async function readNames(ctx: Context, locale: Locale): Promise<Map<string, string>> {
  const [queues, categories, mailboxes] = await Promise.all([
    readQueues(ctx),
    readCategories(ctx),
    readMailboxes(ctx),
  ]);
  return new Map([
    ...[...queues, ...categories].map(({ id, name }) => [id, name[locale]] as const),
    ...mailboxes.map(({ id, name }) => [id, name] as const),
  ]);
}

/** The conditions in one line, for lists. */
export function conditionWords(
  when: RouteConditions,
  { t, nameOf }: { t: Translate; nameOf: (id: string) => string },
): string {
  const parts = Object.entries(when).flatMap(([name, value]) => {
    if (value === undefined) return [];
    if (name === "vip") return value ? [t("settings.when.vip")] : [];
    const label = t(`settings.when.${name as "tags"}`);
    const values = Array.isArray(value)
      ? value.map((one) => wordOf(name, String(one), t, nameOf)).join(", ")
      : String(value);
    return [`${label}: ${values}`];
  });
  return parts.length > 0 ? parts.join(" · ") : t("settings.when.always");
}

function wordOf(name: string, value: string, t: Translate, nameOf: (id: string) => string): string {
  switch (name) {
    case "priorities":
      return t(`priority.${value as "high"}`);
    case "channels":
      return t(`channel.${value as "email"}`);
    case "urgencies":
    case "complexities":
      return t(`assistant.level.${value as "high"}`);
    default:
      return nameOf(value);
  }
}
