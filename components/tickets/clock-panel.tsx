"use client";
import { formatDateTime, formatDuration, formatWait } from "#lib/i18n/format.ts";
import type { ClockView } from "#lib/reads/ticket-view.ts";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Popover } from "../ui/popover.tsx";
import { useNow } from "../ui/use-now.ts";
import { useReaderZone } from "../ui/use-reader-zone.ts";
import { ClockWhy } from "./clock-why.tsx";
import { SideSection } from "./side-section.tsx";

/** The promises on this ticket. Each opens to its arithmetic. */
export function ClockPanel({ clocks }: { clocks: readonly ClockView[] }) {
  const { t } = useI18n();
  return (
    <SideSection title={t("clock.title")}>
      {clocks.length === 0 ? (
        <p className="text-muted text-sm">{t("clock.none")}</p>
      ) : (
        <ul className="-mx-2 flex flex-col">
          {clocks.map((clock) => (
            <li key={clock.kind}>
              <ClockLine clock={clock} />
              {clock.kind === "first_reply" && <FirstReplies clock={clock} />}
            </li>
          ))}
        </ul>
      )}
    </SideSection>
  );
}

/** The two figures, never one instead of the other. */
function FirstReplies({ clock }: { clock: ClockView }) {
  const { t, locale } = useI18n();
  const after = (at: string | null) =>
    at === null
      ? t("clock.notYet")
      : t("clock.after", {
          time: formatDuration(locale, new Date(at).getTime() - new Date(clock.startedAt).getTime()),
        });
  return (
    <dl className="tabular grid grid-cols-[auto_1fr] gap-x-3 px-2 pb-1 text-xs">
      <dt className="text-faint">{t("clock.byPerson")}</dt>
      <dd className="text-right text-muted">{after(clock.metAt)}</dd>
      <dt className="text-assistant-text">{t("clock.byAssistant")}</dt>
      <dd className="text-right text-muted">{after(clock.assistantFirstReplyAt)}</dd>
    </dl>
  );
}

function ClockLine({ clock }: { clock: ClockView }) {
  const { t, locale } = useI18n();
  const timeZone = useReaderZone();
  const { look, words } = useStanding(clock);
  return (
    <Popover
      label={t("clock.why")}
      side="left"
      className="w-80"
      trigger={
        <button
          type="button"
          title={clock.dueAt ? formatDateTime(locale, clock.dueAt, timeZone) : undefined}
          className="flex w-full items-center justify-between gap-2 rounded-md px-2 py-1 text-left text-sm hover:bg-hover data-[popup-open]:bg-hover pointer-coarse:min-h-11"
        >
          <span>{t(`clock.${clock.kind}`)}</span>
          <span
            suppressHydrationWarning
            className={cx(
              "tabular text-xs",
              look === "breach" && "font-medium text-breach-text",
              look === "soon" && "font-medium text-soon-text",
              look === "calm" && "text-muted",
            )}
          >
            {words}
          </span>
        </button>
      }
    >
      <ClockWhy clock={clock} />
    </Popover>
  );
}

function useStanding(clock: ClockView): { look: "calm" | "soon" | "breach"; words: string } {
  const { t, locale } = useI18n();
  const now = useNow();
  const due = clock.dueAt ? new Date(clock.dueAt).getTime() : null;
  switch (clock.state) {
    case "met": {
      const took = new Date(clock.metAt ?? clock.startedAt).getTime() - new Date(clock.startedAt).getTime();
      const late = clock.breachedAt !== null;
      return {
        look: late ? "breach" : "calm",
        words: `${t(late ? "clock.metLate" : "clock.met")} · ${formatWait(locale, took)}`,
      };
    }
    case "cancelled":
      return { look: "calm", words: t("clock.cancelled") };
    case "paused":
      return {
        look: "calm",
        words:
          clock.leftMs === null
            ? t("clock.pausedPlain")
            : t("clock.paused", { time: formatDuration(locale, clock.leftMs) }),
      };
    case "running":
    case "breached": {
      if (due === null) return { look: "calm", words: t("clock.running") };
      const time = formatDuration(locale, due - now);
      if (due < now) return { look: "breach", words: t("clock.overdue", { time }) };
      const soon = clock.warnAt !== null && new Date(clock.warnAt).getTime() <= now;
      return { look: soon ? "soon" : "calm", words: t("clock.left", { time }) };
    }
  }
}
