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
  const phrases = phrasesFor(language);
  const base = { language, model: "builtin", promptVersion: draftVersion };
  if (!found || !phrases) {
    return {
      ...base,
      sentences: [],
      text: "",
      sources: [],
      confidence: 0,
      answerable: false,
      articleId: null,
    };
  }

  const { article } = found;
  const quoted = sentencesOf(article.body)
    .slice(0, longest)
    .map((sentence) => sentence.text);
  const answer = quoted.map((text) => ({ text, sources: [sourceOf(article, text)] }));
  const opening = isAngry(evidence)
    ? [phrases.greeting, phrases.calm]
    : evidence.sentiment === "negative"
      ? [phrases.greeting, phrases.sorry]
      : [phrases.greeting];
  const more = article.url ? [phrases.readMore(article.title, article.url)] : [];
  const paragraphs = [
    opening.map(courtesy),
    answer,
    more.map((text) => ({ text, sources: [sourceOf(article, article.title)] })),
    [courtesy(phrases.person)],
  ];

  return {
    ...base,
    sentences: paragraphs.flat(),
    text: textOfParagraphs(paragraphs),
    sources: answer.length > 0 ? [sourceOf(article, quoted.join(" "))] : [],
    confidence: found.confidence,
    answerable: answer.length > 0,
    articleId: article.id,
  };
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
