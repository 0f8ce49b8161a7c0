import { Mails } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { getI18n } from "#app/_server/i18n.ts";
import { requireAgent } from "#app/_server/session.ts";
import { ComparedFolders } from "#components/mail/compared-folders.tsx";
import { LedgerLine } from "#components/mail/ledger-row.tsx";
import { MailNotice } from "#components/mail/mail-notices.tsx";
import { DeskPage } from "#components/shell/desk-page.tsx";
import { Button, buttonClass } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Select } from "#components/ui/select.tsx";
import { doors, inboundStates, outboundStates } from "#lib/domain/delivery/states.ts";
import { may } from "#lib/domain/people/permissions.ts";
import { formatDateTime } from "#lib/i18n/format.ts";
import { LedgerFilter, readMailLedger } from "#lib/reads/mail-ledger.ts";
import { readComparisons } from "#lib/reads/mailbox-comparison.ts";
import { readMailboxAlarms } from "#lib/reads/mailbox-connection.ts";
import { compare, hold, markArrived, release, retryIn, retryOut } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  return { title: t("ledger.title") };
}

/** Every mail that reached a door and every mail that was to leave, with its state and its reason. */
export default async function MailPage({ searchParams }: PageProps<"/mail">) {
  const ctx = await requireAgent();
  const filter = LedgerFilter.parse(await searchParams);
  const [ledger, folders, alarms, { t, locale, timeZone }] = await Promise.all([
    readMailLedger(ctx, filter),
    readComparisons(ctx),
    readMailboxAlarms(ctx),
    getI18n(),
  ]);
  const mayRetry = may(ctx.actor, "ledger.retry");
  const incoming = filter.ledger === "in";
  const states = incoming ? inboundStates : outboundStates;
  const all = { value: "", label: t("ledger.all") };
  const next = new URLSearchParams(
    Object.entries({ ...filter, cursor: ledger.nextCursor ?? "" }).filter(
      (entry): entry is [string, string] => Boolean(entry[1]),
    ),
  );
  return (
    <DeskPage>
      <PageHeader
        title={t("ledger.title")}
        description={t("ledger.lead")}
        actions={
          mayRetry && (
            <form action={ledger.held ? release : hold}>
              <Button type="submit">{t(ledger.held ? "ledger.release" : "ledger.hold")}</Button>
            </form>
          )
        }
      />
      {ledger.held && <MailNotice>{t("ledger.heldNotice")}</MailNotice>}
      {ledger.silence && (
        <MailNotice alarm>
          {t("ledger.silence", {
            usual: ledger.silence.usualPerHour,
            since: formatDateTime(locale, ledger.silence.lastAt.toISOString(), timeZone),
          })}
        </MailNotice>
      )}
      {ledger.mailboxes.map(({ id, address }) => {
        const alarm = alarms.get(id);
        return (
          alarm && (
            <MailNotice key={id} alarm>
              <bdi>{address}</bdi> {t(`settings.mailboxes.alarm.${alarm}`)}
              {may(ctx.actor, "mailbox.write") && (
                <Link href={`/settings/mailboxes?edit=${id}` as never} className="underline">
                  {t("ledger.toSettings")}
                </Link>
              )}
            </MailNotice>
          )
        );
      })}
      {filter.ledger === "in" && (
        <ComparedFolders folders={folders} compare={compare} mayCompare={mayRetry} />
      )}
      <nav aria-label={t("ledger.title")} className="mb-4 flex gap-2">
        {(["in", "out"] as const).map((one) => (
          <Link
            key={one}
            href={`/mail?ledger=${one}` as never}
            aria-current={filter.ledger === one ? "page" : undefined}
            className={buttonClass(filter.ledger === one ? "primary" : "secondary")}
          >
            {t(`ledger.${one}`)}
          </Link>
        ))}
      </nav>
      {/* Another list is another form: what was chosen in this one does not stay in it. */}
      <form
        key={JSON.stringify({ ...filter, cursor: undefined })}
        action="/mail"
        aria-label={t("ledger.filters")}
        className="flex flex-wrap items-end gap-2 pb-4"
      >
        <input type="hidden" name="ledger" value={filter.ledger} />
        <Field label={t("ledger.stateLabel")} className="min-w-32 flex-1 sm:max-w-44">
          <Select
            name="state"
            defaultValue={filter.state ?? ""}
            options={[all, ...states.map((value) => ({ value, label: t(`ledger.state.${value}`) }))]}
          />
        </Field>
        {incoming && (
          <Field label={t("ledger.door")} className="min-w-28 flex-1 sm:max-w-36">
            <Select
              name="door"
              defaultValue={filter.door ?? ""}
              options={[all, ...doors.map((value) => ({ value, label: value.toUpperCase() }))]}
            />
          </Field>
        )}
        <Field label={t("ledger.mailbox")} className="min-w-40 flex-1 sm:max-w-56">
          <Select
            name="mailbox"
            defaultValue={filter.mailbox ?? ""}
            options={[all, ...ledger.mailboxes.map(({ id, address }) => ({ value: id, label: address }))]}
          />
        </Field>
        <Field label={t("ui.search")} className="min-w-40 flex-1">
          <Input name="q" type="search" defaultValue={filter.q ?? ""} placeholder={t("ledger.searchHint")} />
        </Field>
        <Button type="submit">{t("ledger.show")}</Button>
      </form>
      {ledger.rows.length === 0 ? (
        <EmptyState icon={<Mails />} title={t("ledger.empty")}>
          {t("ledger.emptyHint")}
        </EmptyState>
      ) : (
        <ul aria-label={t(`ledger.${filter.ledger}`)} className="divide-y divide-line border-line border-y">
          {ledger.rows.map((row) => (
            <LedgerLine
              key={row.id}
              row={row}
              mayRetry={mayRetry}
              actions={incoming ? { retry: retryIn } : { retry: retryOut, markArrived }}
            />
          ))}
        </ul>
      )}
      {ledger.nextCursor && (
        <p className="pt-4">
          <Link href={`/mail?${next}` as never} className={buttonClass("secondary")}>
            {t("ledger.older")}
          </Link>
        </p>
      )}
    </DeskPage>
  );
}
