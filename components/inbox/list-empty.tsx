import { AlarmClock, AtSign, Inbox, SearchX, Sparkle, Trash2 } from "lucide-react";
import Link from "next/link";
import type { Translate } from "#lib/i18n/translate.ts";
import type { InboxFilter } from "#lib/reads/inbox-filter.ts";
import { buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { inboxHref } from "./inbox-href.ts";

/** Why the list is empty, and what to do about it. */
export function ListEmpty({ filter, t }: { filter: InboxFilter; t: Translate }) {
  const team = (
    <Link href="/inbox" className={buttonClass()}>
      {t("inbox.seeTeam")}
    </Link>
  );
  if (filter.q) {
    return (
      <EmptyState icon={<SearchX />} title={t("inbox.emptySearch", { q: filter.q })} action={team}>
        {t("inbox.emptySearchHint")}
      </EmptyState>
    );
  }
  if (
    filter.status ||
    filter.category ||
    filter.language ||
    filter.priority ||
    filter.assignee ||
    filter.tag
  ) {
    const clear = inboxHref({ view: filter.view, queue: filter.queue });
    return (
      <EmptyState
        icon={<SearchX />}
        title={t("inbox.emptyFilter")}
        action={
          <Link href={clear as never} className={buttonClass()}>
            {t("inbox.clearFilters")}
          </Link>
        }
      />
    );
  }
  switch (filter.view) {
    case "mine":
      return (
        <EmptyState icon={<Inbox />} title={t("inbox.emptyMine")} action={team}>
          {t("inbox.emptyMineHint")}
        </EmptyState>
      );
    case "held":
      return (
        <EmptyState icon={<Sparkle />} title={t("inbox.emptyHeld")} action={team}>
          {t("inbox.emptyHeldHint")}
        </EmptyState>
      );
    case "answered":
      return <EmptyState icon={<Sparkle />} title={t("inbox.emptyAnswered")} action={team} />;
    case "angry":
      return <EmptyState icon={<Inbox />} title={t("inbox.emptyAngry")} action={team} />;
    case "unplaced":
      return <EmptyState icon={<Inbox />} title={t("inbox.emptyUnplaced")} action={team} />;
    case "unassigned":
      return <EmptyState icon={<Inbox />} title={t("inbox.emptyUnassigned")} action={team} />;
    case "mentions":
      return (
        <EmptyState icon={<AtSign />} title={t("inbox.emptyMentions")}>
          {t("inbox.emptyMentionsHint")}
        </EmptyState>
      );
    case "snoozed":
      return (
        <EmptyState icon={<AlarmClock />} title={t("inbox.emptySnoozed")}>
          {t("inbox.emptySnoozedHint")}
        </EmptyState>
      );
    case "spam":
      return <EmptyState icon={<Inbox />} title={t("inbox.emptySpam")} action={team} />;
    case "trash":
      return (
        <EmptyState icon={<Trash2 />} title={t("inbox.emptyTrash")}>
          {t("inbox.emptyTrashHint")}
        </EmptyState>
      );
    case "team":
      return (
        <EmptyState icon={<Inbox />} title={t("inbox.emptyTeam")}>
          {t("inbox.emptyTeamHint")}
        </EmptyState>
      );
  }
}
