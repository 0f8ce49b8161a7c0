import { randomUUID } from "node:crypto";
import { Check, UserRound } from "lucide-react";
import type { Metadata } from "next";
import { getI18n } from "#app/_server/i18n.ts";
import { requireCustomer } from "#app/_server/session.ts";
import { CustomerThread } from "#components/help/customer-thread.tsx";
import { RatingQuestion } from "#components/help/rating-question.tsx";
import { ReplyForm } from "#components/help/reply-form.tsx";
import { Button } from "#components/ui/button.tsx";
import { formatDate } from "#lib/i18n/format.ts";
import { readCustomerTicket } from "#lib/reads/customer-ticket.ts";
import { readOwnRating } from "#lib/reads/rating.ts";
import { sendReply, thatHelped, wantPerson } from "./actions.ts";
import { rateAtOnce } from "./rate/actions.ts";

type Props = PageProps<"/help/t/[token]">;

export async function generateMetadata(): Promise<Metadata> {
  // The address of this page is a key: no search engine keeps it, no other site is told it. Not "no-referrer":
  // browsers then post forms with a null Origin, which is refused.
  return { robots: { index: false, follow: false }, referrer: "same-origin" };
}

export default async function CustomerTicketPage({ params, searchParams }: Props) {
  const { token } = await params;
  const { ctx } = await requireCustomer(token);
  const [ticket, rating, { t, locale, timeZone }, said] = await Promise.all([
    readCustomerTicket(ctx),
    readOwnRating(ctx),
    getI18n(),
    searchParams,
  ]);
  const asked = ticket.handedOff || said.person === "1";
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-8 px-4 py-10">
      <header>
        <p className="text-base text-muted">
          {t("help.ticket.number", { number: String(ticket.number) })} ·{" "}
          {t("help.ticket.opened", { date: formatDate(locale, ticket.openedAt, timeZone) })}
        </p>
        <h1 className="mt-1 text-balance break-words font-semibold text-2xl tracking-tight">
          {ticket.subject}
        </h1>
        <p className="mt-3 inline-flex items-center gap-2 rounded-full bg-sunken px-3 py-1 font-medium text-base">
          <Check aria-hidden className="size-4 text-accent-text" />
          {t(`help.ticket.status.${ticket.status}`)}
        </p>
        {ticket.closesAt && (
          <p className="mt-2 text-base text-muted">
            {t("help.ticket.closesAt", { date: formatDate(locale, ticket.closesAt, timeZone) })}
          </p>
        )}
      </header>
      <CustomerThread
        t={t}
        locale={locale}
        timeZone={timeZone}
        messages={ticket.messages}
        filesAt={`/help/t/${token}/files`}
      />
      <div role="status" className="empty:hidden">
        {said.sent === "1" && <p className="rounded-md bg-accent-soft px-4 py-3">{t("help.ticket.sent")}</p>}
        {said.helped === "1" && (
          <p className="rounded-md bg-accent-soft px-4 py-3">{t("help.ticket.helpedThanks")}</p>
        )}
        {said.person === "1" && (
          <p className="rounded-md bg-accent-soft px-4 py-3">{t("help.ticket.personAsked")}</p>
        )}
      </div>
      {rating?.open && (
        <RatingQuestion
          t={t}
          score={rating.score}
          rateAt={`/help/t/${token}/rate`}
          rate={rateAtOnce.bind(null, token)}
        />
      )}
      <section className="flex flex-col gap-4 border-line border-t pt-6">
        {ticket.answeredByAssistant && !ticket.blocked && !asked && said.helped !== "1" && (
          <div className="flex flex-wrap gap-2">
            <form action={thatHelped.bind(null, token)}>
              <Button type="submit" look="secondary" size="lg">
                <Check aria-hidden />
                {t("help.ticket.helped")}
              </Button>
            </form>
            <form action={wantPerson.bind(null, token)}>
              <Button
                type="submit"
                look="secondary"
                size="lg"
                className="h-auto min-h-11 shrink! whitespace-normal! py-2 text-left"
              >
                <UserRound aria-hidden />
                {t("help.ticket.person")}
              </Button>
            </form>
          </div>
        )}
        {ticket.blocked && <p className="rounded-md bg-sunken px-4 py-3">{t("help.ticket.blockedNow")}</p>}
        {ticket.status === "closed" && <p className="text-muted">{t("help.ticket.followUp")}</p>}
        <ReplyForm
          key={ticket.messages.at(-1)?.id}
          action={sendReply.bind(null, token)}
          formId={randomUUID()}
          words={{
            reply: t("help.ticket.reply"),
            replyHint: t("help.ticket.replyHint"),
            send: t("help.ticket.send"),
            sending: t("help.form.sending"),
          }}
        />
      </section>
      <p className="text-muted text-sm">{t("help.ticket.private")}</p>
    </div>
  );
}
