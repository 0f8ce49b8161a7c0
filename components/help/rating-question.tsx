import { ThumbsDown, ThumbsUp } from "lucide-react";
import Link from "next/link";
import type { Score } from "#lib/domain/ratings/rating.ts";
import type { Translate } from "#lib/i18n/translate.ts";
import { Button } from "../ui/button.tsx";

/** On the request's own page: one press rates it; afterwards, what was said and the way to change it. */
export function RatingQuestion({
  t,
  score,
  rateAt,
  rate,
}: {
  t: Translate;
  score: Score | null;
  rateAt: string;
  rate: (form: FormData) => Promise<void>;
}) {
  return (
    <section aria-labelledby="rating" className="rounded-lg border border-line px-4 py-4">
      <h2 id="rating" className="font-medium text-base">
        {t(
          score
            ? score === "good"
              ? "help.rating.saidGood"
              : "help.rating.saidBad"
            : "help.rating.question",
        )}
      </h2>
      {score ? (
        <Link href={rateAt as never} className="mt-1 inline-block min-h-6 underline underline-offset-4">
          {t("help.rating.change")}
        </Link>
      ) : (
        <form action={rate} className="mt-3 flex flex-wrap gap-2">
          <Button type="submit" name="score" value="good" look="secondary" size="lg">
            <ThumbsUp aria-hidden />
            {t("help.rating.good")}
          </Button>
          <Button type="submit" name="score" value="bad" look="secondary" size="lg">
            <ThumbsDown aria-hidden />
            {t("help.rating.bad")}
          </Button>
        </form>
      )}
    </section>
  );
}
