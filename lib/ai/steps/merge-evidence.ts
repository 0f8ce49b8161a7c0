import { isNeverAutomatic } from "#lib/domain/answers/never-automatic.ts";
import {
  angryFrom,
  type ComplexityLevel,
  type Cue,
  type TriageEvidence,
  type UrgencyLevel,
} from "#lib/domain/triage/evidence.ts";
import type { Knowledge } from "../knowledge.ts";
import type { TriageAnswer } from "../prompts/triage.ts";

const urgencies: readonly UrgencyLevel[] = ["low", "normal", "high", "urgent"];
const complexities: readonly ComplexityLevel[] = ["simple", "standard", "complex"];

/** How far down the built-in ranking a model may reach. */
const reach = 3;

/**
 * The built-in evidence with what a model added. A model can close gates, never open one: it may choose among
 * the likely categories, and raise anger, urgency (by one step, with words of the ticket to show for it) and
 * complexity. It cannot lower anything, and its own confidence is not asked.
 */
export function mergeEvidence(own: TriageEvidence, said: TriageAnswer, knowledge: Knowledge): TriageEvidence {
  const angerCues = quotesIn(own.text, said.angerQuotes, "sounds angry to the model");
  const urgencyCues = quotesIn(own.text, said.urgencyQuotes, "sounds urgent to the model");
  const angrier = said.angry && angerCues.length > 0 && own.anger.score < angryFrom;
  const topics = said.neverAutomatic
    .filter(isNeverAutomatic)
    .filter((topic) => !own.topics.some((hit) => hit.topic === topic));

  return {
    ...own,
    category: chooseCategory(own, said, knowledge),
    sentiment: own.sentiment === "neutral" ? said.sentiment : own.sentiment,
    anger: angrier ? { score: angryFrom, cues: [...own.anger.cues, ...angerCues] } : own.anger,
    urgency: raisedUrgency(own, said, urgencyCues),
    complexity: { ...own.complexity, level: higher(complexities, own.complexity.level, said.complexity) },
    topics: [...own.topics, ...topics.map((topic) => ({ topic, cues: [] }))],
    askedForPerson: { ...own.askedForPerson, yes: own.askedForPerson.yes || said.asksForPerson },
    summary: plainSummary(said.summary) || own.summary,
  };
}

/** The share stays the built-in one: what is calibrated is who agrees with whom, and that is the built-in's record. */
function chooseCategory(
  own: TriageEvidence,
  said: TriageAnswer,
  knowledge: Knowledge,
): TriageEvidence["category"] {
  const { category } = own;
  const chosen = knowledge.categories.find((candidate) => candidate.key === said.category)?.id;
  if (!chosen || chosen === category.id) return category;
  const place = category.ranking.findIndex((entry) => entry.id === chosen);
  if (place < 0 || place >= reach || category.accepted) return category;
  return { ...category, id: chosen, confidence: category.ranking[place]!.score };
}

function raisedUrgency(own: TriageEvidence, said: TriageAnswer, cues: Cue[]): TriageEvidence["urgency"] {
  const [mine, theirs] = [urgencies.indexOf(own.urgency.level), urgencies.indexOf(said.urgency)];
  if (theirs <= mine || cues.length === 0) return own.urgency;
  return { level: urgencies[Math.min(theirs, mine + 1)]!, cues: [...own.urgency.cues, ...cues] };
}

function higher<Level>(order: readonly Level[], a: Level, b: Level): Level {
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

function quotesIn(text: string, quotes: readonly string[], meaning: string): Cue[] {
  return quotes.flatMap((quote) => {
    const start = quote.trim().length >= 2 ? text.indexOf(quote.trim()) : -1;
    return start < 0 ? [] : [{ text: quote.trim(), start, end: start + quote.trim().length, meaning }];
  });
}

/** A summary is read by agents: one line, no links, no markup. */
function plainSummary(summary: string): string {
  return summary
    .replace(/!?\[([^\]]*)\]\([^)]*\)/gu, "$1")
    .replace(/https?:\/\/\S+|<[^>]*>/giu, "")
    .replace(/\s+/gu, " ")
    .trim();
}
