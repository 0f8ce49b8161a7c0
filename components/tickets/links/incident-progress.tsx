"use client";
import type { LinksView } from "#lib/reads/ticket-links.ts";
import { Button } from "../../ui/button.tsx";
import { useI18n } from "../../ui/i18n-provider.tsx";

/** How far the answer to all incidents is, and who could not be answered. */
export function IncidentProgress({
  answer,
  onRetry,
}: {
  answer: NonNullable<LinksView["answer"]>;
  onRetry: () => void;
}) {
  const { t } = useI18n();
  const { outcomes, finished, stopped, words, total } = answer;
  const done = Object.values(outcomes).reduce((sum, n) => sum + n, 0) - outcomes.waiting;
  const left = outcomes.refused + outcomes.closed + (words ? 0 : outcomes.not_solved);
  return (
    <div role="status" className="my-1 rounded-md bg-sunken px-2 py-1.5 text-xs">
      {finished ? (
        <p>
          {t(words ? "links.answered" : "links.solved", {
            n: outcomes.answered + outcomes.solved + (words ? outcomes.not_solved : 0),
          })}
        </p>
      ) : (
        <>
          <p>{t("links.progress", { done, total: Math.max(total, done) })}</p>
          <progress
            aria-label={t("links.answerAll")}
            className="mt-1 h-1 w-full accent-accent"
            value={done}
            max={Math.max(total, 1)}
          />
        </>
      )}
      {stopped && (
        <div className="mt-1 flex flex-wrap items-center gap-2">
          <p className="min-w-0 flex-1 text-breach-text">{t("links.stuck", { left: outcomes.waiting })}</p>
          <Button size="sm" onClick={onRetry}>
            {t("links.retry")}
          </Button>
        </div>
      )}
      {left > 0 && <p className="text-soon-text">{t("links.left", { n: left })}</p>}
      {words && outcomes.not_solved > 0 && (
        <p className="text-soon-text">{t("links.notSolved", { n: outcomes.not_solved })}</p>
      )}
    </div>
  );
}
