import type { DraftReply, DraftSentence, SourceRef } from "#lib/domain/answers/draft.ts";
import { isAngry, type TriageEvidence } from "#lib/domain/triage/evidence.ts";
import type { KnownArticle } from "../knowledge.ts";
import { sentencesOf } from "./cues/prepare-text.ts";
import type { FoundAnswer } from "./find-answer.ts";
import { phrasesFor } from "./reply-phrases.ts";

/** Longest part of an article that is quoted, in sentences; the link leads to the rest. */
const longest = 8;

export const draftVersion = "extract-1";

/**
 * An answer made of an article's own sentences, in their order, between courtesies. It cannot say anything that
 * the article does not, whatever the ticket says.
 */
export function writeDraft(evidence: TriageEvidence, found: FoundAnswer | null): DraftReply {
  const language = evidence.language.code;
  if (!found || !phrasesFor(language)) {
    return {
      language,
      model: "builtin",
      promptVersion: draftVersion,
      sentences: [],
      text: "",
      sources: [],
      confidence: 0,
      answerable: false,
      articleId: null,
    };
  }

  const { article, confidence } = found;
  const quoted = sentencesOf(article.body).slice(0, longest);
  const answer = quoted.map(({ text }) => ({ text, sources: [sourceOf(article, text)] }));
  return { ...assembleDraft(evidence, answer, article), confidence };
}

/** Sentences of an article's answer with the link to the rest of it. */
export function assembleDraft(
  evidence: TriageEvidence,
  answer: readonly DraftSentence[],
  article: KnownArticle,
): DraftReply {
  const phrases = phrasesFor(evidence.language.code)!;
  const more = article.url
    ? [
        {
          text: phrases.readMore(article.title, article.url),
          sources: [sourceOf(article, `${article.title} ${article.url}`)],
        },
      ]
    : [];
  return { ...assembleAnswer(evidence, answer, more), articleId: article.id };
}

/** An answer between a greeting that fits the customer's mood and the way to a person. */
export function assembleAnswer(
  evidence: TriageEvidence,
  answer: readonly DraftSentence[],
  more: readonly DraftSentence[] = [],
): DraftReply {
  const language = evidence.language.code;
  const phrases = phrasesFor(language)!;
  const mood = isAngry(evidence)
    ? [courtesy(phrases.calm)]
    : evidence.sentiment === "negative"
      ? [courtesy(phrases.sorry)]
      : [];
  const paragraphs = [[courtesy(phrases.greeting), ...mood], answer, more, [courtesy(phrases.person)]];
  const cited = new Map(answer.flatMap((sentence) => sentence.sources).map((source) => [source.id, source]));

  return {
    language,
    sentences: paragraphs.flat(),
    text: textOfParagraphs(paragraphs),
    sources: [...cited.keys()].map((id) => ({
      ...cited.get(id)!,
      excerpt: excerptOf(answer.flatMap((sentence) => sentence.sources).filter((source) => source.id === id)),
    })),
    confidence: 0,
    answerable: answer.length > 0,
    articleId: null,
    model: "builtin",
    promptVersion: draftVersion,
  };
}

function excerptOf(sources: readonly SourceRef[]): string {
  return [...new Set(sources.map((source) => source.excerpt))].join(" ");
}

export function sourceOf(article: KnownArticle, excerpt: string): SourceRef {
  return { kind: "article", id: article.id, version: article.version, title: article.title, excerpt };
}

function courtesy(text: string): DraftSentence {
  return { text, sources: [] };
}

export function textOfParagraphs(paragraphs: readonly (readonly DraftSentence[])[]): string {
  return paragraphs
    .filter((paragraph) => paragraph.length > 0)
    .map((paragraph) => paragraph.map((sentence) => sentence.text).join(" "))
    .join("\n\n");
}
