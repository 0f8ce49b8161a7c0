"use server";
import { redirect } from "next/navigation";
import { deskConfig } from "#app/_server/desk.ts";
import { getI18n } from "#app/_server/i18n.ts";
import { requireCustomer } from "#app/_server/session.ts";
import type { ReplyState } from "#components/help/reply-form.tsx";
import { customerLinkToken } from "#lib/crypto/customer-link.ts";
import { confirmAnswer } from "#lib/services/customers/confirm-answer.ts";
import { linkOfTicket } from "#lib/services/customers/customer-of-link.ts";
import { ServiceError } from "#lib/services/errors.ts";
import { limitRate } from "#lib/services/limit-rate.ts";
import { askForPerson, replyAsCustomer } from "#lib/services/tickets/reply-as-customer.ts";

/** The customer's reply. A closed request goes on in a new one, whose page is shown. */
export async function sendReply(token: string, _: ReplyState, form: FormData): Promise<ReplyState> {
  const { t } = await getI18n();
  const { ctx, ticketId } = await requireCustomer(token);
  const body = String(form.get("body") ?? "");
  const formId = String(form.get("formId") ?? "").slice(0, 100) || undefined;
  let place: string;
  try {
    await limitRate(ctx.db, ctx.now, { key: `reply:${ticketId}`, limit: 20, windowSeconds: 3600 });
    const filed = await replyAsCustomer(ctx, { ticketId, body, formId });
    if (!filed) return { body, problem: t("help.ticket.blocked") };
    const { ticketId: now } = filed;
    const link = now === ticketId ? null : await linkOfTicket(ctx, now);
    const there = link ? customerLinkToken(deskConfig().secret, link, ctx.now) : token;
    place = `/help/t/${there}?sent=1#latest`;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (error.kind === "invalid") {
      return { body, problem: t(body.trim() ? "help.form.tooLong" : "help.ticket.empty") };
    }
    if (error.kind === "rate_limited") {
      return { body, problem: t("help.form.tooMany", { minutes: Math.ceil((error.retryAfter ?? 60) / 60) }) };
    }
    return { body, problem: t("help.form.failed") };
  }
  redirect(place);
}

/** "I want a person." Pressing it twice asks once. */
export async function wantPerson(token: string): Promise<void> {
  const { ctx, ticketId } = await requireCustomer(token);
  let place = `/help/t/${token}?person=1#latest`;
  try {
    await limitRate(ctx.db, ctx.now, { key: `person:${ticketId}`, limit: 5, windowSeconds: 3600 });
    await askForPerson(ctx, { ticketId });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    // Blocked since the page was shown: it says so when it is shown again.
    if (error.kind === "conflict") place = `/help/t/${token}`;
    else if (error.kind !== "rate_limited") throw error;
  }
  redirect(place);
}

/** "This solved it." Only a press says so: opening a link never does. */
export async function thatHelped(token: string): Promise<void> {
  const { ctx, ticketId } = await requireCustomer(token);
  await confirmAnswer(ctx, { ticketId });
  redirect(`/help/t/${token}?helped=1#latest`);
}
