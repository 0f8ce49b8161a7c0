import "server-only";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { getI18n } from "#app/_server/i18n.ts";
import { requireAgent } from "#app/_server/session.ts";
import type { SettingsReport, SettingsState } from "#components/settings/field-spec.ts";
import type { MessageKey } from "#lib/i18n/translate.ts";
import type { Context } from "#lib/services/context.ts";
import { ServiceError } from "#lib/services/errors.ts";

export type Saved = SettingsState["secret"];

/**
 * Does one thing for a settings form and goes back to the list; without `back` the page stays and is read again.
 * A refusal comes back as sentences with what was typed. A thing to be seen once keeps the page open.
 */
export async function save(
  form: FormData,
  work: (ctx: Context) => Promise<unknown>,
  { back, conflict }: { back?: string; conflict?: MessageKey },
): Promise<SettingsState> {
  const ctx = await requireAgent();
  try {
    const outcome = await work(ctx);
    if (isSecret(outcome)) return { problem: null, errors: {}, secret: outcome.secret };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return refusal(error, form, conflict);
  }
  if (back) redirect(back);
  refresh();
  const { t } = await getI18n();
  return { problem: null, errors: {}, done: t("settings.saved") };
}

async function refusal(error: ServiceError, form: FormData, conflict?: MessageKey): Promise<SettingsState> {
  const { t } = await getI18n();
  const words: Partial<Record<ServiceError["kind"], MessageKey>> = {
    invalid: "settings.problem.form",
    conflict: conflict ?? "settings.problem.conflict",
    forbidden: "settings.problem.forbidden",
    not_found: "settings.problem.gone",
  };
  const errors = Object.entries(error.fields).flatMap(([path, said]) => {
    const sentence = sentenceOf(said, t);
    // "examples.3" belongs to "examples", "name.en" to itself.
    return [path, path.split(".")[0]!].map((name) => [name, sentence]);
  });
  return {
    problem: t(words[error.kind] ?? "settings.problem.other"),
    errors: Object.fromEntries(errors),
    typed: typedIn(form),
  };
}

function sentenceOf(said: string, t: Awaited<ReturnType<typeof getI18n>>["t"]): string {
  if (said === "taken") return t("settings.problem.taken");
  if (said === "one_end") return t("settings.problem.oneEnd");
  if (said === "unknown_placeholder" || said === "needed") return t(`macros.problem.${said}`);
  const known = ["too_short", "too_long", "too_common", "holds_your_name", "wrong"];
  const calendar = [
    "unknown_time_zone",
    "never_open",
    "bad_weekday",
    "bad_time",
    "empty_span",
    "bad_date",
    "nameless_holiday",
  ];
  const address = ["not_https", "no_address", "has_password"];
  if (address.includes(said)) return t(`settings.webhooks.problem.${said}` as MessageKey);
  if (calendar.includes(said)) return t(`settings.clocks.problem.${said}` as MessageKey);
  return known.includes(said) ? t(`signIn.problem.${said}` as MessageKey) : t("settings.problem.field");
}

/** Passwords are not sent back. */
function typedIn(form: FormData): Record<string, string[]> {
  const typed: Record<string, string[]> = {};
  for (const [name, value] of form) {
    if (typeof value !== "string" || name.startsWith("$") || /password|current|next/.test(name)) continue;
    typed[name] = [...(typed[name] ?? []), value];
  }
  return typed;
}

/** Tries something out for a settings form: the answer stands beside what was typed, and nothing is saved. */
export async function attemptTrial(
  form: FormData,
  work: (ctx: Context) => Promise<SettingsReport>,
): Promise<SettingsState> {
  const ctx = await requireAgent();
  try {
    return { problem: null, errors: {}, report: await work(ctx), typed: typedIn(form) };
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return refusal(error, form);
  }
}

const isSecret = (outcome: unknown): outcome is { secret: NonNullable<Saved> } =>
  typeof outcome === "object" && outcome !== null && "secret" in outcome;
