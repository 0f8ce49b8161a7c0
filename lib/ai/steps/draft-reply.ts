import type { DraftReply } from "#lib/domain/answers/draft.ts";
import type { OwnOrders } from "#lib/domain/customers/order.ts";
import { isAngry, type TriageEvidence } from "#lib/domain/triage/evidence.ts";
import { readLanguage } from "../builtin/cues/read-language.ts";
import type { AnswerFinder, FoundAnswer } from "../builtin/find-answer.ts";
import { writeOrderAnswer } from "../builtin/orders/write-order-answer.ts";
import { questionOf } from "../builtin/read-ticket.ts";
import { assembleDraft, draftVersion, sourceOf, writeDraft } from "../builtin/write-draft.ts";
import type { Knowledge } from "../knowledge.ts";
import type { Model } from "../model.ts";
import { type DraftAnswer, draftPromptVersion, draftQuestion } from "../prompts/draft-reply.ts";
import { createRedactor } from "../redact.ts";
import { hashOf, runStep, type StepRun } from "../run.ts";
import { askModel } from "./ask-model.ts";

export type DraftRun = StepRun<DraftReply> & { step: "draft"; draft: DraftReply };

/** Below this share of right answers an article is not even worth showing as a draft. */
const worthDrafting = 0.15;
/** Articles a model is shown. */
const offered = 3;

export async function draftStep(
  evidence: TriageEvidence,
  knowledge: Knowledge,
  find: AnswerFinder,
  model: Model | null,
  { own = null, customerName }: { own?: OwnOrders | null; customerName?: string } = {},
): Promise<DraftRun> {
  const { language, category } = evidence;
  const inputHash = hashOf(
    draftVersion,
    model?.name,
    knowledge.version,
    evidence.text,
    language.code,
    category.id,
    evidence.anger.score,
    own,
  );

  const run = await runStep<DraftReply>({ step: "draft", inputHash }, async () => {
    const order = own && !evidence.injection.suspected ? writeOrderAnswer(evidence, own) : null;
    if (order) {
      const { model: writer, promptVersion } = order;
      return { model: writer, promptVersion, attempt: 0, outcome: "ok", output: order, costUsd: 0 };
    }
    const question = questionOf(evidence);
    const found = await find(question, language.code, category);
    const best = found[0] && found[0].confidence >= worthDrafting ? found[0] : null;
    const builtin = {
      model: "builtin",
      promptVersion: draftVersion,
      attempt: 0,
      outcome: "ok",
      output: writeDraft(evidence, best),
      costUsd: 0,
    };
    if (!model || !best || evidence.injection.suspected) return builtin;

    const articles = found.slice(0, offered).map((one) => one.article);
    const redactor = createRedactor(customerName ? [customerName] : []);
    const { answer, by, ...facts } = await askModel(
      model,
      draftQuestion(redactor.redact(question), language.code, isAngry(evidence), articles),
    );
    if (!answer) return { ...builtin, ...facts };
    const output = await draftOf(answer, evidence, found.slice(0, offered), by);
    // Whoever read the articles and finds no answer in them closes the gate; a person may still use what we quote.
    if (!output) return { ...builtin, ...facts, outcome: "declined", output: unsure(builtin.output) };
    if (output.language !== language.code) return { ...builtin, ...facts, outcome: "fallback: language" };
    return { ...facts, model: by, promptVersion: draftPromptVersion, output };
  });
  return { ...run, step: "draft", draft: run.output };
}

const unsure = (draft: DraftReply): DraftReply => ({ ...draft, confidence: 0 });

/**
 * A model's sentences between our courtesies. A source it made up is dropped, which leaves the sentence without
 * one and fails the check. The confidence is the finder's: a model does not vouch for itself.
 */
async function draftOf(
  answer: DraftAnswer,
  evidence: TriageEvidence,
  found: readonly FoundAnswer[],
  model: string,
): Promise<DraftReply | null> {
  if (!answer.answerable || answer.sentences.length === 0) return null;
  const sentences = answer.sentences.map(({ text, source }) => {
    const article = found[Number(/^A([1-3])$/u.exec(source)?.[1] ?? 0) - 1]?.article;
    return { text: text.trim(), sources: article ? [sourceOf(article, article.body)] : [] };
  });
  const main = found[0]!;
  const citesMain = sentences.some((sentence) =>
    sentence.sources.some((source) => source.id === main.article.id),
  );
  const language = await readLanguage(
    answer.sentences.map((sentence) => sentence.text).join(" "),
    evidence.language.code,
  );
  return {
    ...assembleDraft(evidence, sentences, main.article),
    language: language.code,
    confidence: citesMain ? main.confidence : 0,
    articleId: main.article.id,
    model,
    promptVersion: draftPromptVersion,
  };
}
