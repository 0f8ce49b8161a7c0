"use server";
import { getI18n } from "#app/_server/i18n.ts";
import type { SettingsReport, SettingsState } from "#components/settings/field-spec.ts";
import type { SimulationResult } from "#lib/domain/routing/simulation.ts";
import { formatDuration, formatNumber } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import type { Translate } from "#lib/i18n/translate.ts";
import { type RoutingTrialReport, tryRouting } from "#lib/services/routing/try-routing.ts";
import { readForm } from "../_server/read-form.ts";
import { attemptTrial } from "../_server/save.ts";

export async function simulateForm(_: SettingsState, form: FormData): Promise<SettingsState> {
  const { word, all, number, checked } = readForm(form);
  const [likeId, agentId, key] = [word("likeId"), word("teach"), word("skill")];
  const i18n = await getI18n();
  return attemptTrial(form, async (ctx) =>
    inWords(
      await tryRouting(ctx, {
        days: number("days"),
        handleMinutes: number("handleMinutes"),
        without: all("without"),
        more: likeId ? [{ likeId, count: number("count") }] : [],
        capacity: word("capacity") ? number("capacity") : null,
        skills: agentId && key ? [{ agentId, key, level: number("level") }] : [],
        withoutRules: all("withoutRules"),
        relaxations: !checked("noRelax"),
      }),
      i18n,
    ),
  );
}

function inWords(
  { arrivals, before, after, names }: RoutingTrialReport,
  { t, locale }: { t: Translate; locale: Locale },
): SettingsReport {
  const time = (minutes: number) => formatDuration(locale, minutes * 60_000);
  const n = (value: number) => formatNumber(locale, value);
  const row = (name: string, tell: (result: SimulationResult) => string) => [name, tell(before), tell(after)];
  const people = [...new Set([...before.agents, ...after.agents].map(({ id }) => id))];
  const load = (result: SimulationResult, id: string) => {
    const agent = result.agents.find((one) => one.id === id);
    return agent ? `${n(agent.served)} · ${n(agent.mostOpen)}` : "–";
  };
  return {
    title: t("settings.simulation.result", { count: arrivals }),
    lines: [],
    table: {
      caption: t("settings.simulation.title"),
      header: [
        t("settings.simulation.figure"),
        t("settings.simulation.before"),
        t("settings.simulation.after"),
      ],
      rows: [
        row(t("settings.simulation.waitMean"), (result) => time(result.waitMinutes.mean)),
        row(t("settings.simulation.waitP90"), (result) => time(result.waitMinutes.p90)),
        row(t("settings.simulation.waitMax"), (result) => time(result.waitMinutes.max)),
        row(t("settings.simulation.breached"), (result) => `${n(result.breached)} / ${n(result.measured)}`),
        row(t("settings.simulation.unserved"), (result) => n(result.unserved)),
        row(t("settings.simulation.relaxed"), (result) => n(result.relaxed)),
        row(t("settings.simulation.told"), (result) => n(result.toldManager)),
        ...people.map((id) =>
          row(t("settings.simulation.load", { name: nameOf(id) }), (result) => load(result, id)),
        ),
      ],
    },
  };

  function nameOf(id: string): string {
    const [like = "", nth] = id.split("+");
    const name = names[like] ?? like;
    return nth ? t("settings.simulation.extra", { name, n: nth }) : name;
  }
}
