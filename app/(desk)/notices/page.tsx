import { Bell } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getI18n } from "#app/_server/i18n.ts";
import { requireAgent } from "#app/_server/session.ts";
import { PressForm } from "#components/settings/press-form.tsx";
import { DeskPage } from "#components/shell/desk-page.tsx";
import { cx } from "#components/ui/cx.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { TimeAgo } from "#components/ui/time-ago.tsx";
import type { NoticeKind } from "#lib/domain/notices/notice.ts";
import { readNotices } from "#lib/reads/notices.ts";
import { readAllForm } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getI18n()).t("shell.notices") };
}

const dots: Record<NoticeKind, string> = {
  assigned: "bg-accent",
  mentioned: "bg-accent",
  customer_answered: "bg-accent",
  followed: "bg-accent",
  clock_warning: "bg-soon",
  clock_breach: "bg-breach",
  nobody_fits: "bg-breach",
  mailbox_alarm: "bg-breach",
  side_answered: "bg-accent",
  side_failed: "bg-breach",
};

/** What the desk told the reader: clocks of their tickets, and for managers tickets that nobody fits. */
export default async function NoticesPage() {
  const ctx = await requireAgent();
  const [{ t }, notices] = await Promise.all([getI18n(), readNotices(ctx)]);
  return (
    <DeskPage>
      <PageHeader
        title={t("shell.notices")}
        description={t("routing.notice.lead")}
        actions={
          notices.some(({ unread }) => unread) && (
            <PressForm action={readAllForm} label={t("routing.notice.readAll")} />
          )
        }
      />
      {notices.length === 0 ? (
        <EmptyState icon={<Bell />} title={t("routing.notice.none")} />
      ) : (
        <ul className="divide-y divide-line">
          {notices.map(({ id, kind, clock, at, unread, ticket, mailbox }) => (
            <li key={id}>
              <Link
                href={(ticket ? `/tickets/${ticket.number}` : "/mail") as never}
                prefetch={false}
                className="flex min-h-11 items-center gap-3 px-2 py-2 text-sm hover:bg-hover"
              >
                <span
                  aria-hidden
                  className={cx("size-1.5 shrink-0 rounded-full", unread ? dots[kind] : "bg-transparent")}
                />
                <span className={cx("min-w-0 flex-1", unread && "font-medium")}>
                  {mailbox
                    ? t(`settings.mailboxes.alarm.${mailbox.alarm}`)
                    : t(`routing.notice.${kind}`, { clock: clock ? t(`clock.${clock}`) : "" })}
                  <span className="block truncate font-normal text-muted" dir="auto">
                    {ticket ? `#${ticket.number} ${ticket.subject}` : mailbox?.address}
                  </span>
                </span>
                <TimeAgo at={at} className="shrink-0 text-faint text-xs" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </DeskPage>
  );
}
