"use client";
import { formatPercent } from "#lib/i18n/format.ts";
import type { AssistantView } from "#lib/reads/ticket-view.ts";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";

/** What a person made of the assistant's draft before sending it: the share of words, and each of them on a click. */
export function SentDraft({ sent }: { sent: NonNullable<AssistantView["sentDraft"]> }) {
  const { t, locale } = useI18n();
  const { changedShare, parts } = sent.edits;
  const words = changedShare === 0 ? "assistant.sentUnchanged" : "assistant.sentChanged";
  return (
    <details className="mt-2 text-sm">
      <summary className="flex cursor-default items-baseline gap-2 rounded-sm text-assistant-text">
        {t(words, { by: sent.by, percent: formatPercent(locale, Math.max(changedShare, 0.01)) })}
        <TimeAgo at={sent.at} className="text-faint text-xs" />
      </summary>
      <p dir="auto" className="mt-1 whitespace-pre-wrap rounded-md bg-canvas px-3 py-2">
        {parts.map(({ kind, text }, at) => {
          const Tag = kind === "removed" ? "del" : kind === "added" ? "ins" : "span";
          return (
            <Tag
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed sequence of runs
              key={at}
              className={cx(
                kind === "removed" && "text-faint line-through",
                kind === "added" && "bg-assistant-soft font-medium no-underline",
              )}
            >
              {text}
            </Tag>
          );
        })}
      </p>
    </details>
  );
}
