"use client";
import { formatDateTime } from "#lib/i18n/format.ts";
import type { RoutingView } from "#lib/reads/ticket-routing.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { useReaderZone } from "../ui/use-reader-zone.ts";
import { reasonWords } from "./routing-words.ts";
import { SideSection } from "./side-section.tsx";

/** Why this person has the ticket, who came second, or why nobody has it yet. */
export function RoutingPanel({ routing }: { routing: RoutingView | null }) {
  const { t, locale } = useI18n();
  const timeZone = useReaderZone();
  if (!routing) return null;
  const words = { t, locale, timeZone, names: routing.names };
  const nameOf = (id: string) => routing.names[id]?.[locale] ?? id;
  const { agentId, runnerUp, retryAt } = routing;
  return (
    <SideSection title={t("routing.title")}>
      <p className="font-medium text-sm">
        {agentId ? t("routing.to", { name: nameOf(agentId) }) : t("routing.waits")}
      </p>
      {routing.by && (
        <p className="text-muted text-xs">{t(routing.by === "hand" ? "routing.byHand" : "routing.pulled")}</p>
      )}
      <details className="mt-1 text-xs" open={agentId === null}>
        <summary className="cursor-pointer py-0.5 text-muted hover:text-ink">
          {t(agentId ? "routing.why" : "routing.whyNobody")}
        </summary>
        <ul className="mt-1 flex flex-col gap-1 text-muted">
          {routing.reason.map((part) => (
            <li key={JSON.stringify(part)}>{reasonWords(part, words)}</li>
          ))}
          {agentId === null && (
            <li>
              {retryAt
                ? t("routing.retryAt", { at: formatDateTime(locale, retryAt, timeZone) })
                : t("routing.retryLater")}
            </li>
          )}
          {routing.managerTold && <li className="text-soon-text">{t("routing.told")}</li>}
        </ul>
        {runnerUp && (
          <>
            <p className="mt-2 font-medium">{t("routing.runnerUp", { name: nameOf(runnerUp.agentId) })}</p>
            <ul className="mt-1 flex flex-col gap-1 text-muted">
              {runnerUp.reason.map((part) => (
                <li key={JSON.stringify(part)}>{reasonWords(part, words)}</li>
              ))}
            </ul>
          </>
        )}
      </details>
    </SideSection>
  );
}
