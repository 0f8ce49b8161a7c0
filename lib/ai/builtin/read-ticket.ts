import type { ComplexityLevel, TriageEvidence } from "#lib/domain/triage/evidence.ts";
import { isAngry } from "#lib/domain/triage/evidence.ts";
import type { UntrustedThread } from "#lib/domain/triage/thread.ts";
import type { Knowledge } from "../knowledge.ts";
import { type Sentence, sentencesOf, textOf } from "./cues/prepare-text.ts";
import { readAnger } from "./cues/read-anger.ts";
import { readComplexity } from "./cues/read-complexity.ts";
import { readInjection } from "./cues/read-injection.ts";
import { readLanguage } from "./cues/read-language.ts";
import { readAskedForPerson, readTopics, withDangers } from "./cues/read-topics.ts";
import { readUrgency } from "./cues/read-urgency.ts";
import { findDuplicate } from "./find-duplicate.ts";
import type { CategorySorter } from "./sort-category.ts";
import { conceptScores } from "./starter-pack/concept-scores.ts";

export const triageVersion = "cues-3";

/** Everything the built-in assistant notices about a ticket. The same thread and knowledge give the same evidence. */
export async function readTicket(
  thread: UntrustedThread,
  knowledge: Knowledge,
  sort: CategorySorter,
): Promise<TriageEvidence> {
  const text = textOf(thread);
  const injection = readInjection(text);
  const own = withoutSentences(text, injection.setAside);
  const sentences = sentencesOf(own);
  const language = await readLanguage(own.trim() || text, thread.customerLocale);
  const named = readInjection(thread.customerName ?? "");

  const { anger, sentiment } = readAnger(own);
  const urgency = readUrgency(own);
  const complexity = readComplexity(own);
  const topics = withDangers(readTopics(text), urgency);
  const category = sort(sentences);

  return {
    text,
    language,
    category,
    sentiment,
    anger,
    urgency,
    complexity: { ...complexity, level: hardest(complexity.level, { anger, urgency, category }) },
    skills: skillsFor(language.code, category.accepted ? category.id : null, knowledge),
    topics,
    askedForPerson: readAskedForPerson(own),
    injection: {
      suspected: injection.suspected || named.suspected,
      cues: injection.cues,
      ...(named.suspected && { byName: true }),
    },
    duplicate: thread.messages.length > 1 ? null : findDuplicate(own, thread.others ?? []),
    summary: summaryOf(sentences),
  };
}

/**
 * The question as it may be searched for: the customer's own sentences that are about a topic of support, or all
 * of them where none is. Sentences that speak to a machine are never part of it, and text from elsewhere cannot
 * move the answer.
 */
export function questionOf(evidence: TriageEvidence): string {
  const own = sentencesOf(withoutSentences(evidence.text, readInjection(evidence.text).setAside));
  const plainness = own.map((sentence) => Math.max(0, ...conceptScores(sentence.text).values()));
  const telling = own.filter((_, i) => plainness[i]! > 0 && plainness[i]! >= 0.6 * Math.max(...plainness));
  return (telling.length > 0 ? telling : own).map((sentence) => sentence.text).join("\n");
}

/** Anger, urgency and being about nothing we do make any text a case for a person. */
function hardest(
  level: ComplexityLevel,
  { anger, urgency, category }: Pick<TriageEvidence, "anger" | "urgency" | "category">,
): ComplexityLevel {
  if (isAngry({ anger }) || urgency.level === "urgent") return "complex";
  if (level === "simple" && (urgency.level === "high" || category.id === null)) return "standard";
  return level;
}

function skillsFor(language: string, categoryId: string | null, knowledge: Knowledge): string[] {
  const category = knowledge.categories.find((candidate) => candidate.id === categoryId);
  return [
    ...(language === "und" ? [] : [`lang:${language}`]),
    ...(category ? [`topic:${category.key}`] : []),
  ];
}

/** The text with some sentences blanked out, so that every offset stays true. */
function withoutSentences(text: string, sentences: readonly Sentence[]): string {
  let rest = text;
  for (const { start, end } of sentences)
    rest = rest.slice(0, start) + " ".repeat(end - start) + rest.slice(end);
  return rest;
}

const greeting =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)|greetings|to whom|thanks?|thank you|best regards|regards|cheers|sincerely|안녕|감사|수고|문의 ?드립니다|고맙)/iu;

function summaryOf(sentences: readonly Sentence[]): string {
  const telling = sentences.filter(
    (sentence) => !(greeting.test(sentence.text) && sentence.text.length < 60),
  );
  const chosen = (telling.length > 0 ? telling : sentences)
    .slice(0, 2)
    .map((sentence) => sentence.text)
    .join(" ");
  return chosen.length > 280 ? `${chosen.slice(0, 279)}…` : chosen;
}
