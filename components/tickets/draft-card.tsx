"use client";
import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import type { AssistantView } from "#lib/reads/ticket-view.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Kbd } from "../ui/kbd.tsx";
import { CitedText } from "./cited-text.tsx";
import { SourceList } from "./source-list.tsx";

export type DraftCardProps = {
  draft: NonNullable<AssistantView["draft"]>;
  onUse: () => void;
  onRelease: () => void;
  onDiscard: () => void;
  busy: boolean;
};

/** What the assistant wrote, with its sources, and what a person can do with it. */
export function DraftCard({ draft, onUse, onRelease, onDiscard, busy }: DraftCardProps) {
  const { t } = useI18n();
  const [all, setAll] = useState(false);
  // Folded, so that the customer's words stay in sight above it.
  const isLong = draft.body.length > 320;
  return (
    <div className="mt-2 rounded-md border border-assistant-line bg-canvas px-3 py-2.5">
      <p className="mb-1.5 font-medium text-assistant-text text-xs">
        {t(draft.held ? "assistant.heldDraft" : "assistant.draft")}
        {draft.held && <span className="ml-2 font-normal text-faint">{t("assistant.heldHint")}</span>}
      </p>
      <div className={cx(!all && isLong && "line-clamp-6")}>
        <CitedText
          body={draft.body}
          sentences={draft.sentences}
          sources={draft.sources}
          doubts={draft.unsupported.map(({ text }) => text)}
        />
      </div>
      {draft.unsupported.length > 0 && (
        <p role="note" className="mt-2 flex items-start gap-1.5 text-soon-text text-xs">
          <TriangleAlert aria-hidden className="mt-px size-3.5 shrink-0" />
          <span>
            {t("assistant.unsupported.lead")}{" "}
            {[...new Set(draft.unsupported.map(({ kind }) => t(`assistant.unsupported.${kind}`)))].join(", ")}
          </span>
        </p>
      )}
      {isLong && (
        <Button look="quiet" size="sm" aria-expanded={all} className="-ml-2" onClick={() => setAll(!all)}>
          {t(all ? "ticket.hideQuoted" : "ticket.showQuoted")}
        </Button>
      )}
      <SourceList sources={draft.sources} />
      <div className="mt-3 flex flex-wrap gap-2">
        {draft.held && draft.unsupported.length === 0 && (
          <Button look="primary" size="sm" disabled={busy} onClick={onRelease}>
            {t("assistant.send")}
          </Button>
        )}
        <Button look="assistant" size="sm" disabled={busy} onClick={onUse}>
          {t(draft.held ? "assistant.edit" : "assistant.use")} <Kbd keys="u" className="opacity-80" />
        </Button>
        <Button look="quiet" size="sm" disabled={busy} onClick={onDiscard}>
          {t("assistant.discard")}
        </Button>
      </div>
    </div>
  );
}
