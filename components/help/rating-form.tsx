"use client";
import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useActionState } from "react";
import { mostComment, type Score, scores } from "#lib/domain/ratings/rating.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Textarea } from "../ui/textarea.tsx";

export type RatingState = { score: Score | null; comment: string; problem: string | null };
export type RatingFormProps = {
  action: (state: RatingState, form: FormData) => Promise<RatingState>;
  chosen: Score | null;
  comment: string;
  words: Record<"question" | Score | "comment" | "commentHint" | "send" | "sending", string>;
};

const scoreIcons = { good: ThumbsUp, bad: ThumbsDown } as const;

/** Good or not good, and some words. Works as a plain form. */
export function RatingForm({ action, chosen, comment, words }: RatingFormProps) {
  const [said, send, sending] = useActionState(action, { score: chosen, comment, problem: null });
  return (
    <form action={send} className="flex flex-col gap-5">
      <fieldset>
        <legend className="mb-2 font-medium text-base">{words.question}</legend>
        <div className="grid grid-cols-2 gap-3">
          {scores.map((score) => {
            const Icon = scoreIcons[score];
            return (
              <label
                key={score}
                className="flex min-h-14 cursor-pointer items-center justify-center gap-2 rounded-lg border border-line-strong px-3 text-base hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2"
              >
                <input
                  type="radio"
                  name="score"
                  value={score}
                  required
                  defaultChecked={said.score === score}
                  className="sr-only"
                />
                <Icon aria-hidden className="size-5" />
                {words[score]}
              </label>
            );
          })}
        </div>
      </fieldset>
      <Field label={words.comment} hint={words.commentHint} error={said.problem}>
        <Textarea
          size="lg"
          className="min-h-28"
          name="comment"
          maxLength={mostComment}
          defaultValue={said.comment}
        />
      </Field>
      <Button type="submit" look="primary" size="lg" className="self-start" aria-disabled={sending}>
        {sending ? words.sending : words.send}
      </Button>
    </form>
  );
}
