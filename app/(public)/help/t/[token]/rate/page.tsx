import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getI18n } from "#app/_server/i18n.ts";
import { requireCustomer } from "#app/_server/session.ts";
import { RatingForm } from "#components/help/rating-form.tsx";
import { scoreOf } from "#lib/domain/ratings/rating.ts";
import { readOwnRating } from "#lib/reads/rating.ts";
import { sendRating } from "./actions.ts";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await getI18n();
  // As on the request's own page: the address is a key.
  return {
    title: t("help.rating.title"),
    robots: { index: false, follow: false },
    referrer: "same-origin",
  };
}

/** Where the two links of the mail lead: the choice is made beforehand, and kept when it is sent. */
export default async function RatePage({ params, searchParams }: PageProps<"/help/t/[token]/rate">) {
  const { token } = await params;
  const { ctx } = await requireCustomer(token);
  const [rating, { t }, asked] = await Promise.all([readOwnRating(ctx), getI18n(), searchParams]);
  if (!rating) notFound();
  return (
    <div className="mx-auto flex w-full max-w-xl flex-col gap-6 px-4 py-10">
      <header>
        <h1 className="text-balance font-semibold text-2xl tracking-tight">{t("help.rating.title")}</h1>
        <p className="mt-1 break-words text-base text-muted">
          {t("help.rating.about", { number: String(rating.number), subject: rating.subject })}
        </p>
      </header>
      {asked.said === "1" && rating.score && (
        <div role="status" className="rounded-md bg-accent-soft px-4 py-3">
          <p className="font-medium">{t("help.rating.thanks")}</p>
          <p>{t("help.rating.thanksMore")}</p>
        </div>
      )}
      {rating.open ? (
        <RatingForm
          action={sendRating.bind(null, token)}
          chosen={scoreOf(asked.score) ?? rating.score}
          comment={rating.comment}
          words={{
            question: t("help.rating.question"),
            good: t("help.rating.good"),
            bad: t("help.rating.bad"),
            comment: t("help.rating.comment"),
            commentHint: t("help.rating.commentHint"),
            send: t(rating.score ? "help.rating.change" : "help.rating.send"),
            sending: t("help.rating.sending"),
          }}
        />
      ) : (
        <p className="text-base">{t("help.rating.closed")}</p>
      )}
      <Link href={`/help/t/${token}`} className="min-h-6 self-start underline underline-offset-4">
        {t("help.rating.back")}
      </Link>
    </div>
  );
}
