import { z } from "zod";
import { type AnswersReport, evaluateAnswers } from "#lib/ai/eval/evaluate-answers.ts";
import { readRows, readSomeRows, shareOf, writeRows } from "./read-rows.ts";

export type EvalAnswersOptions = {
  articles: string;
  questions: string;
  dev?: string;
  solved?: string;
  precision?: number;
  predictions?: string;
};

const Article = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string(),
  lang: z.string().default(""),
});
const Question = z.object({ text: z.string(), articleId: z.string().nullable().default(null) });

/** `baton eval answers`: ranks articles for questions, decides whether to answer, and returns the figures to print. */
export async function evalAnswers(options: EvalAnswersOptions): Promise<AnswersReport> {
  const questions = (path: string | undefined) => (path === undefined ? undefined : readRows(path, Question));
  const { report, predictions } = evaluateAnswers({
    articles: await readRows(options.articles, Article),
    questions: await readSomeRows(options.questions, Question),
    dev: await questions(options.dev),
    solved: await questions(options.solved),
    precision: options.precision,
  });
  if (options.predictions !== undefined) await writeRows(options.predictions, predictions);
  return report;
}

export async function run({ precision, ...files }: Record<keyof EvalAnswersOptions, string>): Promise<void> {
  const options = { ...files, precision: shareOf(precision) };
  console.log(JSON.stringify(await evalAnswers(options)));
}
