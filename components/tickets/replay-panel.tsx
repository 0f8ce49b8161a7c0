"use client";
import { RotateCcw } from "lucide-react";
import { useState } from "react";
import { formatLanguage, formatNumber, formatPercent } from "#lib/i18n/format.ts";
import type { ReplaySide } from "#lib/reads/ticket-replay.ts";
import type { AssistantView } from "#lib/reads/ticket-view.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { useToast } from "../ui/toast.tsx";
import type { ActionResult } from "./ticket-actions.ts";

export type AskReplay = (by: "builtin" | "configured") => Promise<ActionResult>;

/** For managers: the same message once more, today or without a model, side by side with what was done. */
export function ReplayPanel({
  assistant,
  ask,
  hasModel,
}: {
  assistant: AssistantView;
  ask: AskReplay;
  hasModel: boolean;
}) {
  const { t } = useI18n();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const { replay } = assistant;
  const request = async (by: "builtin" | "configured") => {
    setAsking(true);
    const { ok } = await ask(by);
    setAsking(false);
    if (!ok) toast.show({ text: t("ui.failed"), tone: "breach" });
  };
  const waiting = asking || replay?.state === "asked";
  return (
    <section aria-label={t("replay.title")}>
      <h2 className="mb-1 flex flex-wrap items-center gap-2 text-faint text-xs">
        {t("replay.title")}
        <Button look="quiet" size="sm" disabled={waiting} onClick={() => void request("builtin")}>
          <RotateCcw /> {t(hasModel ? "replay.builtin" : "replay.again")}
        </Button>
        {hasModel && (
          <Button look="quiet" size="sm" disabled={waiting} onClick={() => void request("configured")}>
            <RotateCcw /> {t("replay.configured")}
          </Button>
        )}
        <span role="status">
          {waiting ? t("replay.asked") : replay?.state === "failed" ? t("replay.failed") : ""}
        </span>
      </h2>
      {replay?.after && <Comparison assistant={assistant} before={replay.before} after={replay.after} />}
      {replay?.after && (
        <p className="mt-1 text-faint text-xs">
          {t(replay.sameInput ? "replay.sameInput" : "replay.otherInput")}
        </p>
      )}
    </section>
  );
}

function Comparison({
  assistant,
  before,
  after,
}: {
  assistant: AssistantView;
  before: ReplaySide | null;
  after: ReplaySide;
}) {
  const { t, locale } = useI18n();
  const lines = linesOf(assistant, t, locale);
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-96 text-left text-xs">
        <thead className="text-faint">
          <tr>
            <th className="py-1 pr-3 font-normal" />
            <th className="py-1 pr-3 font-normal">{t("replay.then")}</th>
            <th className="py-1 font-normal">{t("replay.now")}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map(({ name, of }) => {
            const [was, is] = [before ? of(before) : "–", of(after)];
            return (
              <tr key={name} className="border-line border-t align-top">
                <th scope="row" className="whitespace-nowrap py-1 pr-3 font-normal text-faint">
                  {name}
                </th>
                <td className="keep-words py-1 pr-3 text-muted">{was}</td>
                <td className={cx("keep-words py-1", was === is ? "text-muted" : "font-medium")}>{is}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

type I18n = ReturnType<typeof useI18n>;

function linesOf(assistant: AssistantView, t: I18n["t"], locale: I18n["locale"]) {
  const number = (value: number, digits = 0) =>
    formatNumber(locale, value, { maximumFractionDigits: digits });
  const lines: { name: string; of: (side: ReplaySide) => string }[] = [
    { name: t("replay.model"), of: ({ model }) => model },
    { name: t("replay.versions"), of: ({ versions }) => versions },
    { name: t("replay.outcome"), of: ({ outcomes }) => outcomes },
    {
      name: t("assistant.category"),
      of: ({ categoryId, categoryShare }) =>
        `${(categoryId && assistant.categoryNames[categoryId]?.[locale]) || "–"} ${formatPercent(locale, categoryShare)}`,
    },
    { name: t("assistant.language"), of: ({ language }) => formatLanguage(locale, language) },
    { name: t("assistant.anger"), of: ({ anger }) => number(anger, 2) },
    { name: t("assistant.urgency"), of: ({ urgency }) => t(`assistant.level.${urgency}`) },
    { name: t("assistant.complexity"), of: ({ complexity }) => t(`assistant.level.${complexity}`) },
    { name: t("assistant.draft"), of: ({ draft }) => draft || t("replay.noDraft") },
    { name: t("replay.confidence"), of: ({ confidence }) => formatPercent(locale, confidence) },
    { name: t("replay.unsupported"), of: ({ unsupported }) => number(unsupported) },
    { name: t("replay.cost"), of: ({ costUsd }) => `$${number(costUsd, 4)}` },
    { name: t("replay.latency"), of: ({ latencyMs }) => t("assistant.ms", { ms: number(latencyMs) }) },
  ];
  return lines;
}
