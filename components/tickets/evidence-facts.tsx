"use client";
import type { ReactNode } from "react";
import { formatLanguage, formatNumber, formatPercent } from "#lib/i18n/format.ts";
import type { AssistantView } from "#lib/reads/ticket-view.ts";
import { useI18n } from "../ui/i18n-provider.tsx";

/** What the assistant took the message for, with how sure it was. */
export function EvidenceFacts({ assistant }: { assistant: AssistantView }) {
  const { t, locale } = useI18n();
  const { evidence, categoryNames } = assistant;
  if (!evidence) return <p className="text-muted text-sm">{t("assistant.noEvidence")}</p>;
  const nameOf = (id: string | null) => (id ? (categoryNames[id]?.[locale] ?? id) : t("ticket.none"));
  const { category } = evidence;
  const others = category.ranking.filter(({ id }) => id !== category.id).slice(0, 2);
  return (
    <dl className="grid grid-cols-[minmax(5rem,auto)_1fr] gap-x-4 gap-y-1 text-sm">
      <Fact name={t("assistant.category")}>
        {nameOf(category.id)} <Sure share={category.confidence} />
        {!category.accepted && (
          <span className="block text-soon-text text-xs">{t("assistant.notAccepted")}</span>
        )}
        {others.length > 0 && (
          <span className="block text-faint text-xs">
            {t("assistant.ranking")}:{" "}
            {others.map(({ id, score }) => `${nameOf(id)} ${formatPercent(locale, score)}`).join(", ")}
          </span>
        )}
      </Fact>
      <Fact name={t("assistant.language")}>
        {formatLanguage(locale, evidence.language.code)} <Sure share={evidence.language.confidence} />
      </Fact>
      <Fact name={t("assistant.sentiment")}>
        {t(`assistant.mood.${evidence.sentiment}`)}
        <span className="tabular text-faint text-xs">
          {" "}
          · {t("assistant.anger")} {formatNumber(locale, evidence.anger.score, { maximumFractionDigits: 2 })}
        </span>
      </Fact>
      <Fact name={t("assistant.urgency")}>{t(`assistant.level.${evidence.urgency.level}`)}</Fact>
      <Fact name={t("assistant.complexity")}>
        {t(`assistant.level.${evidence.complexity.level}`)}
        <span className="text-faint text-xs"> · {t("assistant.asks", { n: evidence.complexity.asks })}</span>
      </Fact>
      <Fact name={t("assistant.inScope")}>
        <span className="tabular">{formatPercent(locale, category.inScope)}</span>
      </Fact>
      {evidence.duplicate && (
        <Fact name={t("duplicate.name")}>
          #{evidence.duplicate.number}{" "}
          <span className="tabular text-faint text-xs">
            {t("duplicate.likeness", { percent: formatPercent(locale, evidence.duplicate.likeness) })}
          </span>
          {evidence.duplicate.words.length > 0 && (
            <bdi className="keep-words block text-faint text-xs">{evidence.duplicate.words.join(" · ")}</bdi>
          )}
        </Fact>
      )}
      {evidence.topics.length > 0 && (
        <Fact name={t("assistant.topics")}>
          {evidence.topics.map(({ topic }) => t(`assistant.topic.${topic}`)).join(", ")}
        </Fact>
      )}
    </dl>
  );
}

function Sure({ share }: { share: number }) {
  const { t, locale } = useI18n();
  return (
    <span className="tabular text-faint text-xs">
      {t("assistant.confidence", { percent: formatPercent(locale, share) })}
    </span>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint text-xs leading-5">{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
