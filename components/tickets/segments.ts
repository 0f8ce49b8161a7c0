import type { DraftSentence, SourceRef } from "#lib/domain/answers/draft.ts";
import type { Cue } from "#lib/domain/triage/evidence.ts";

export interface MarkedPart {
  text: string;
  /** What the words mean to the assistant; none for plain text. */
  meanings: string[];
}

/** Cuts a text at its cues. Overlapping cues share their words; offsets outside the text are ignored. */
export function markCues(text: string, cues: readonly Cue[]): MarkedPart[] {
  const valid = cues.filter(({ start, end }) => start >= 0 && end <= text.length && start < end);
  const cuts = [...new Set([0, text.length, ...valid.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1] ?? text.length;
    const meanings = valid
      .filter(({ start, end }) => start <= from && to <= end)
      .map(({ meaning }) => meaning);
    return { text: text.slice(from, to), meanings: [...new Set(meanings)] };
  });
}

export interface CitedPart {
  text: string;
  /** 1-based places in the list of sources. */
  cites: number[];
}

/** The reply as it was written, with each sentence's sources behind it. A sentence that a person changed has none. */
export function citeSentences(
  body: string,
  sentences: readonly DraftSentence[] | null,
  sources: readonly SourceRef[],
): CitedPart[] {
  const parts: CitedPart[] = [];
  let at = 0;
  for (const sentence of sentences ?? []) {
    const start = body.indexOf(sentence.text, at);
    if (start === -1 || sentence.text === "") continue;
    const end = start + sentence.text.length;
    parts.push({ text: body.slice(at, end), cites: placesOf(sentence.sources, sources) });
    at = end;
  }
  if (at < body.length) parts.push({ text: body.slice(at), cites: [] });
  return parts;
}

function placesOf(cited: readonly SourceRef[], sources: readonly SourceRef[]): number[] {
  const places = cited.map(
    (one) => sources.findIndex(({ id, version }) => id === one.id && version === one.version) + 1,
  );
  return [...new Set(places.filter((place) => place > 0))];
}

/** Stretches of a text that no source says, longest first, so that "3,000원" is marked and not the "3" in it. */
export function markDoubts(text: string, doubts: readonly string[]): { text: string; doubted: boolean }[] {
  const known = [...new Set(doubts)].filter(Boolean).sort((a, b) => b.length - a.length);
  if (known.length === 0) return [{ text, doubted: false }];
  const find = new RegExp(`(${known.map(escaped).join("|")})`, "giu");
  return text
    .split(find)
    .map((part, at) => ({ text: part, doubted: at % 2 === 1 }))
    .filter((part) => part.text !== "");
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&");

export interface LinkedPart {
  text: string;
  href: string | null;
}

/** Web addresses in plain text; nothing else becomes a link, and punctuation after one stays outside. */
export function linkParts(text: string): LinkedPart[] {
  const parts: LinkedPart[] = [];
  let at = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"'`{}|\\^]+/gi)) {
    const href = match[0].replace(/[.,;:!?)\]]+$/, "");
    if (match.index > at) parts.push({ text: text.slice(at, match.index), href: null });
    parts.push({ text: href, href });
    at = match.index + href.length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), href: null });
  return parts;
}
