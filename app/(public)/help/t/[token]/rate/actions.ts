"use server";
import { redirect } from "next/navigation";
import { getI18n } from "#app/_server/i18n.ts";
import { requireCustomer } from "#app/_server/session.ts";
import type { RatingState } from "#components/help/rating-form.tsx";
import { type Score, scoreOf } from "#lib/domain/ratings/rating.ts";
import { ServiceError } from "#lib/services/errors.ts";
import { limitRate } from "#lib/services/limit-rate.ts";
import { rateTicket } from "#lib/services/ratings/rate-ticket.ts";

/** Keeps the rating with its words. Only a posted form does: a program that opens every link of a mail rates nothing. */
export async function sendRating(token: string, _: RatingState, form: FormData): Promise<RatingState> {
  const { t } = await getI18n();
  const score = scoreOf(form.get("score"));
  const comment = String(form.get("comment") ?? "");
  if (!score) return { score, comment, problem: t("help.rating.choose") };
  const refused = await rate(token, { score, comment });
  if (refused === "invalid") return { score, comment, problem: t("help.rating.tooLong") };
  if (refused === "conflict") return { score, comment, problem: t("help.rating.closed") };
  if (refused) return { score, comment, problem: t("help.rating.failed") };
  redirect(`/help/t/${token}/rate?said=1`);
}

/** One press on the request's own page; words can follow on the next. */
export async function rateAtOnce(token: string, form: FormData): Promise<void> {
  const score = scoreOf(form.get("score"));
  const refused = score ? await rate(token, { score }) : "invalid";
  redirect(`/help/t/${token}/rate${refused ? "" : "?said=1"}`);
}

async function rate(
  token: string,
  said: { score: Score; comment?: string },
): Promise<ServiceError["kind"] | null> {
  const { ctx, ticketId } = await requireCustomer(token);
  try {
    await limitRate(ctx.db, ctx.now, { key: `rate:${ticketId}`, limit: 20, windowSeconds: 3600 });
    await rateTicket(ctx, { ticketId, ...said });
    return null;
  } catch (error) {
    if (error instanceof ServiceError) return error.kind;
    throw error;
  }
}
