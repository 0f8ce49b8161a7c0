import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getI18n } from "#app/_server/i18n.ts";
import { requireManager } from "#app/_server/session.ts";
import { DeskPage } from "#components/shell/desk-page.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "#components/ui/table.tsx";
import { formatDateTime } from "#lib/i18n/format.ts";
import type { MessageKey } from "#lib/i18n/translate.ts";
import { listTickets } from "#lib/metrics/count-tickets.ts";
import { DashboardFilter, figureNamed, scopeOf } from "#lib/reads/dashboard.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("dashboard.list.title") };
}

/** The very tickets that a figure counts. */
export default async function CountedTicketsPage({ searchParams }: PageProps<"/dashboard/tickets">) {
  const ctx = await requireManager();
  const asked = await searchParams;
  const figure = figureNamed(String(asked.figure ?? ""));
  if (!figure) notFound();
  const filter = DashboardFilter.parse(asked);
  const { t, locale, timeZone } = await getI18n();
  const tickets = await listTickets(ctx, scopeOf(ctx, filter), figure);
  const { figure: _, ...rest } = asked as Record<string, string>;
  return (
    <DeskPage>
      <PageHeader
        title={t("dashboard.list.title")}
        description={t("dashboard.list.first", { count: tickets.length })}
        actions={
          <Link
            href={`/dashboard?${new URLSearchParams(rest)}`}
            prefetch={false}
            className={buttonClass("secondary", "md")}
          >
            {t("dashboard.list.back")}
          </Link>
        }
      />
      <Table caption={t("dashboard.list.title")}>
        <TableHead>
          <TableHeader>{t("dashboard.list.number")}</TableHeader>
          <TableHeader>{t("dashboard.list.subject")}</TableHeader>
          <TableHeader>{t("dashboard.list.status")}</TableHeader>
          <TableHeader>{t("dashboard.list.created")}</TableHeader>
        </TableHead>
        <TableBody>
          {tickets.map(({ number, subject, status, createdAt }) => (
            <TableRow key={number}>
              <TableCell className="tabular">
                <a href={`/tickets/${number}`} className="text-accent-text hover:underline">
                  #{number}
                </a>
              </TableCell>
              <TableCell className="max-w-96 truncate">{subject}</TableCell>
              <TableCell className="whitespace-nowrap">{t(`status.${status}` as MessageKey)}</TableCell>
              <TableCell className="tabular whitespace-nowrap text-muted">
                {formatDateTime(locale, createdAt, timeZone)}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </DeskPage>
  );
}
