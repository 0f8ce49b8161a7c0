import type { DraftReply } from "#lib/domain/answers/draft.ts";
import type { OwnOrders } from "#lib/domain/customers/order.ts";
import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import type { UntrustedThread } from "#lib/domain/triage/thread.ts";
import { sentencesOf } from "./builtin/cues/prepare-text.ts";
import { type AnswerFinder, createAnswerFinder, type Filing } from "./builtin/find-answer.ts";
import { firstDayWords } from "./builtin/first-day.ts";
import { type ClassifierModel, loadModel } from "./builtin/learn/classifier.ts";
import { trainInWorker } from "./builtin/learn/train-in-worker.ts";
import type { AnswerCalibrator } from "./builtin/retrieve/index.ts";
import { type CategorySorter, createCategorySorter } from "./builtin/sort-category.ts";
import type { Tried } from "./builtin/summarise.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Model } from "./model.ts";
import { hashOf } from "./run.ts";
import { type CheckRun, checkStep } from "./steps/check-answer.ts";
import { type DraftRun, draftStep } from "./steps/draft-reply.ts";
import { type SummaryRun, summariseStep } from "./steps/summarise-hand-off.ts";
import { type TranslateRun, translateStep } from "./steps/translate.ts";
import { type TriageRun, triageStep } from "./steps/triage.ts";

export type { Tried } from "./builtin/summarise.ts";
export type { Knowledge, KnownArticle, KnownCategory, KnownExample } from "./knowledge.ts";
export type { StepRun } from "./run.ts";
export type { CheckRun, DraftRun, SummaryRun, TriageRun };

/** A witness: it looks, suggests and writes, and changes nothing. Every answer is a run for the ledger. */
export type Assistant = {
  triage(thread: UntrustedThread): Promise<TriageRun>;
  /** `own`: the orders of the customer who asks, when they are known to be the one who asks. */
  draftReply(thread: UntrustedThread, evidence: TriageEvidence, own?: OwnOrders | null): Promise<DraftRun>;
  checkAnswer(draft: DraftReply, thread?: UntrustedThread): Promise<CheckRun>;
  summarise(thread: UntrustedThread, evidence: TriageEvidence, tried?: Tried): Promise<SummaryRun>;
  /** Only a model translates. `names` are of people, who are not named to it. */
  translate(text: string, to: string, names?: readonly string[]): Promise<TranslateRun>;
  /** The same knowledge, the built-in assistant alone. */
  withoutModel(): Assistant;
};

export type AssistantOptions = {
  knowledge: Knowledge;
  /** From `openModel`; null or missing: the built-in assistant alone. Made once, so that its breaker remembers. */
  model?: Model | null;
  /** A classifier trained on this desk's tickets, as `serialiseModel` wrote it. Without one the starter pack sorts alone. */
  classifier?: Uint8Array | null;
  /** How sure an article has to be, learnt from this desk's questions. */
  calibrator?: AnswerCalibrator;
  /** Hosts that a reply may link to besides what its sources say. */
  allowedHosts?: readonly string[];
};

const nothingTried: Tried = { reason: null, assistantReplies: [], articlesOffered: [] };

/** The assistant over one desk's knowledge. Cheap to make anew whenever the knowledge changes. */
export function createAssistant(options: AssistantOptions): Assistant {
  const { knowledge, model = null, classifier, calibrator, allowedHosts = [] } = options;
  let parts: { sorting: Promise<CategorySorter>; finding: AnswerFinder } | undefined;
  const createSorter = () => {
    const opening = openClassifier(knowledge, classifier);
    // It may fail before the sorter comes to wait for it, which then hears of it.
    opening.catch(() => {});
    return createCategorySorter(knowledge, opening);
  };
  /** Both begin with the first ticket, and side by side: the classifier learns in a thread while articles are indexed. */
  const opened = () => {
    if (parts) return parts;
    const sorting = createSorter();
    const filed = sorting.then(filing);
    // Whoever waits for the sorter is told; the next ticket tries again.
    filed.catch(() => {
      parts = undefined;
    });
    parts = { sorting, finding: createAnswerFinder(knowledge, filed, calibrator) };
    return parts;
  };

  return {
    triage: async (thread) => triageStep(thread, knowledge, await opened().sorting, model),
    draftReply: async (thread, evidence, own) =>
      draftStep(evidence, knowledge, opened().finding, model, { own, customerName: thread.customerName }),
    checkAnswer: (draft) => checkStep(draft, allowedHosts),
    summarise: (thread, evidence, tried) => summariseStep(thread, evidence, tried ?? nothingTried),
    translate: (text, to, names) => translateStep(text, to, model, names),
    withoutModel: () => createAssistant({ ...options, model: null }),
  };
}

/** Without one of its own a desk gets one made of names and phrases, in a thread: a quarter of a second's work. */
async function openClassifier(
  knowledge: Knowledge,
  trained?: Uint8Array | null,
): Promise<ClassifierModel | null> {
  if (trained) return loadModel(trained);
  if (knowledge.categories.length === 0) return null;
  const names = firstDayWords(knowledge);
  const of = hashOf(names);
  if (firstDay?.of !== of) firstDay = { of, bytes: trainInWorker([], { names }) };
  try {
    return loadModel(await firstDay.bytes);
  } catch (error) {
    firstDay = undefined;
    throw error;
  }
}

/** The last one made: a correction or an article is no reason to make it anew. */
let firstDay: { of: string; bytes: Promise<Buffer> } | undefined;

/** Articles that the desk filed nowhere are filed where they read like, for ranking only. */
function filing(sort: CategorySorter): Filing {
  const guessed = new Map<string, string | null>();
  return ({ id, version, categoryId, title, body }) => {
    if (categoryId) return categoryId;
    const key = `${id} ${version}`;
    const known = guessed.get(key);
    if (known !== undefined) return known;
    const guess = sort(sentencesOf(`${title}\n${body}`).slice(0, telling));
    if (guessed.size >= mostGuessed) guessed.clear();
    guessed.set(key, guess.accepted ? guess.id : null);
    return guess.accepted ? guess.id : null;
  };
}

/** The first sentences say what an article is about. */
const telling = 12;
const mostGuessed = 2000;
