import { expect, test } from "vitest";
import { seeded, shuffled } from "#lib/ai/builtin/learn/random.ts";
import type { AnswerQuestion, IndexedArticle } from "#lib/ai/builtin/retrieve/types.ts";
import { evaluateAnswers } from "#lib/ai/eval/evaluate-answers.ts";
import { type Asked, describeWithData, rowsOf } from "./shared-data.ts";

const asQuestion = ({ query, id }: Asked): AnswerQuestion => ({ text: query, articleId: id });

function stackfaq(): { articles: IndexedArticle[]; questions: AnswerQuestion[] } {
  const rows = rowsOf<{ id: string; question: string; answer: string }>("stackfaq/kb");
  return {
    articles: rows.map(({ id, question, answer }) => ({ id, title: question, body: answer, lang: "en" })),
    questions: rowsOf<Asked>("stackfaq/queries_dev").map(asQuestion),
  };
}

/** Every seventh article is taken away, and strangers ask too: about a quarter cannot be answered. */
function stackfaqWithGaps() {
  const { articles, questions } = stackfaq();
  const gone = new Set(articles.filter((_, i) => i % 7 === 0).map((article) => article.id));
  const strangers = rowsOf<{ text: string }>("clinc150/oos_train").map(({ text }) => ({
    text,
    articleId: null,
  }));
  return {
    articles: articles.filter((article) => !gone.has(article.id)),
    questions: [
      ...questions.map((q) => (gone.has(q.articleId!) ? { ...q, articleId: null } : q)),
      ...strangers,
    ],
  };
}

function welfare() {
  return {
    articles: rowsOf<IndexedArticle>("welfare-ko/kb").map((article) => ({ ...article, lang: "ko" })),
    questions: rowsOf<Asked>("welfare-ko/queries_dev").map(asQuestion),
  };
}

/** Precision and coverage over four parts, each judged by a calibrator that learned from the other three. */
function foldedGate(articles: IndexedArticle[], questions: AnswerQuestion[], solved: AnswerQuestion[] = []) {
  const mixed = shuffled(questions, seeded(1));
  let accepted = 0;
  let right = 0;
  for (let part = 0; part < 4; part++) {
    const held = mixed.filter((_, i) => i % 4 === part);
    const dev = mixed.filter((_, i) => i % 4 !== part);
    const { predictions } = evaluateAnswers({ articles, questions: held, dev, solved, precision: 0.95 });
    predictions.forEach((prediction, i) => {
      if (!prediction.accepted) return;
      accepted++;
      if (prediction.ranking[0] === held[i]!.articleId) right++;
    });
  }
  return { precision: right / accepted, coverage: accepted / mixed.length };
}

describeWithData("finding the answer", () => {
  test.each([
    ["stackfaq", stackfaq, 0.86, 0.785, 0.96],
    ["welfare-ko", welfare, 0.82, 0.76, 0.9],
  ])("%s: rank", (_, read, mrr, first, five) => {
    const { report } = evaluateAnswers(read());
    expect(report.mrr).toBeGreaterThanOrEqual(mrr);
    expect(report.recallAt1).toBeGreaterThanOrEqual(first);
    expect(report.recallAt5).toBeGreaterThanOrEqual(five);
  });

  test.each([
    ["stackfaq", stackfaqWithGaps, 0.38],
    ["welfare-ko", welfare, 0.42],
  ])("%s: sent when 0.95 is asked for", (_, read, coverage) => {
    const { articles, questions } = read();
    const gate = foldedGate(articles, questions);
    expect(gate.precision).toBeGreaterThanOrEqual(0.94);
    expect(gate.coverage).toBeGreaterThanOrEqual(coverage);
  });

  test("stackfaq: sent when 0.95 is asked for, with two solved tickets an article", () => {
    const { articles, questions } = stackfaqWithGaps();
    const { solved, rest } = takeSolved(shuffled(questions, seeded(2)), 2);
    const gate = foldedGate(articles, sameShareOfUnknown(rest, 0.24), solved);
    expect(gate.precision).toBeGreaterThanOrEqual(0.94);
    expect(gate.coverage).toBeGreaterThanOrEqual(0.58);
  });

  test("a desk without history keeps its promise by what the practice desk taught", () => {
    for (const { articles, questions } of [stackfaqWithGaps(), welfare()]) {
      const { report } = evaluateAnswers({ articles, questions, precision: 0.95 });
      expect(report.precision).toBeGreaterThanOrEqual(0.94);
      expect(report.coverage).toBeGreaterThanOrEqual(0.3);
    }
  });
});

function takeSolved(questions: AnswerQuestion[], perArticle: number) {
  const taken = new Map<string, number>();
  const solved: AnswerQuestion[] = [];
  const rest: AnswerQuestion[] = [];
  for (const question of questions) {
    const count = question.articleId === null ? perArticle : (taken.get(question.articleId) ?? 0);
    if (count < perArticle) {
      taken.set(question.articleId!, count + 1);
      solved.push(question);
    } else rest.push(question);
  }
  return { solved, rest };
}

/** Taking solved questions away leaves too many unanswerable ones; this restores their share. */
function sameShareOfUnknown(questions: AnswerQuestion[], share: number): AnswerQuestion[] {
  const known = questions.filter((question) => question.articleId !== null);
  const unknown = questions.filter((question) => question.articleId === null);
  return [...known, ...unknown.slice(0, Math.round((known.length * share) / (1 - share)))];
}
