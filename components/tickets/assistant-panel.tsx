"use client";
import { ChevronDown, Sparkle } from "lucide-react";
import { useEffect, useRef } from "react";
import { formatNumber, formatPercent } from "#lib/i18n/format.ts";
import type { AssistantView } from "#lib/reads/ticket-view.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { DraftCard, type DraftCardProps } from "./draft-card.tsx";
import { EvidenceFacts } from "./evidence-facts.tsx";
import { EvidenceText } from "./evidence-text.tsx";
import { GateList } from "./gate-list.tsx";
import { HandOffNotes } from "./hand-off-notes.tsx";
import { type AskReplay, ReplayPanel } from "./replay-panel.tsx";
import { SentDraft } from "./sent-draft.tsx";

export type AssistantPanelProps = {
  assistant: AssistantView;
  why: boolean;
  onWhy: () => void;
  onReplay: AskReplay;
  /** A model is configured. */
  hasModel: boolean;
} & Omit<DraftCardProps, "draft">;

/** The assistant's work on this ticket: what it did in one line, its draft, and why on one key. */
export function AssistantPanel({
  assistant,
  why,
  onWhy,
  onReplay,
  hasModel,
  ...draftActions
}: AssistantPanelProps) {
  const { t, locale } = useI18n();
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (why) section.current?.scrollIntoView({ block: "start", behavior: "smooth" });
  }, [why]);
  const { state, handOff, decision, draft, evidence, sentDraft } = assistant;
  if (state === "off" && !evidence && !draft && !sentDraft) return null;
  const category = evidence?.category.id
    ? assistant.categoryNames[evidence.category.id]?.[locale]
    : undefined;
  return (
    <section
      ref={section}
      aria-label={t("assistant.title")}
      className="scroll-mt-3 rounded-lg border border-assistant-line border-l-2 border-l-assistant bg-assistant-soft px-4 py-3"
    >
      <header className="flex items-start gap-2">
        <Sparkle aria-hidden className="mt-1 size-3.5 shrink-0 fill-current text-assistant" />
        <div className="min-w-0 flex-1">
          <p className="font-medium text-assistant-text text-sm">
            {decision
              ? t(`assistant.kind.${decision.kind}`)
              : state === "waiting"
                ? t("assistant.looking")
                : t(`mark.${state}`)}
          </p>
          {handOff && decision?.kind !== "send" && (
            <p className="text-ink text-sm">{t(`assistant.reason.${handOff.reason}`)}</p>
          )}
          {category && evidence && (
            <p className="tabular text-muted text-xs">
              {category} ·{" "}
              {t("assistant.categoryConfidence", {
                percent: formatPercent(locale, evidence.category.confidence),
              })}
            </p>
          )}
          {handOff && decision?.kind === "hand_off" && <HandOffNotes handOff={handOff} />}
        </div>
        <Button look="quiet" size="sm" aria-expanded={why} aria-controls="assistant-why" onClick={onWhy}>
          {t(why ? "assistant.hideWhy" : "assistant.why")}
          <ChevronDown className={cx("transition-transform duration-100", why && "rotate-180")} />
          <Kbd keys="w" className="hidden sm:inline-flex" />
        </Button>
      </header>
      {draft && <DraftCard key={draft.id} draft={draft} {...draftActions} />}
      {sentDraft && <SentDraft sent={sentDraft} />}
      {why && (
        <div id="assistant-why" className="mt-3 flex flex-col gap-4 border-assistant-line border-t pt-3">
          <EvidenceFacts assistant={assistant} />
          {evidence && <EvidenceText evidence={evidence} />}
          <GateList gates={assistant.gates} />
          <Runs runs={assistant.runs} />
          {assistant.mayReplay && <ReplayPanel assistant={assistant} ask={onReplay} hasModel={hasModel} />}
        </div>
      )}
    </section>
  );
}

function Runs({ runs }: { runs: AssistantView["runs"] }) {
  const { t, locale } = useI18n();
  if (runs.length === 0) return null;
  return (
    <div>
      <h2 className="mb-1 text-faint text-xs">{t("assistant.runs")}</h2>
      <ul className="flex flex-wrap gap-x-4 gap-y-0.5 text-faint text-xs">
        {runs.map((run) => (
          <li key={run.id} className="tabular">
            {t(`assistant.run.${run.step as "triage"}`)} · {run.model}
            {run.latencyMs > 0 &&
              ` · ${t("assistant.ms", { ms: formatNumber(locale, Math.max(1, Math.round(run.latencyMs))) })}`}
            {!run.applied && ` · ${t("assistant.discardedRun")}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
