import type { AnswerCheck, DraftReply, UnsupportedKind } from "#lib/domain/answers/draft.ts";

import { normalise } from "../text/normalise.ts";
import { tokens } from "../text/tokens.ts";
import { finders } from "./finders.ts";
import { sameQuantities } from "./number-words.ts";

type Finding = AnswerCheck["unsupported"][number];

/**
 * What a draft says and none of its sources does. Facts (numbers, dates, sums, links, addresses) must stand in the
 * sources: letter for letter, or for numbers and sums with the same value in the same unit; promises are allowed only as words of a source. A whole sentence of a source is fine as it is.
 */
export function checkClaims(
  draft: DraftReply,
  ownWords: readonly string[],
  allowedHosts: readonly string[] = [],
): AnswerCheck {
  if (!draft.answerable) return { unsupported: [] };
  if (draft.text.trim() === "") return { unsupported: [{ text: "", kind: "empty" }] };

  const unsupported: Finding[] = [];
  const allowed = new Set(ownWords.map(squash));
  const everything = squash(draft.sources.map((source) => `${source.title} ${source.excerpt}`).join(" "));
  for (const sentence of draft.sentences) {
    const said = squash(sentence.text);
    if (allowed.has(said)) continue;
    const sources = squash(sentence.sources.map((source) => `${source.title} ${source.excerpt}`).join(" "));
    if (sources && everything.includes(said) && sources.includes(said)) continue;
    unsupported.push(...findingsIn(sentence.text, sources, everything, allowedHosts));
    // Only courtesies may stand without a source, and those were let through above.
    const stands =
      sentence.sources.length > 0 && sharedWords(withoutOwn(sentence.text, ownWords), sources) >= leastShared;
    if (!stands) unsupported.push({ text: sentence.text, kind: "claim" });
  }
  // The text that would be sent must be the sentences that were checked.
  if (squash(draft.sentences.map((sentence) => sentence.text).join(" ")) !== squash(draft.text)) {
    unsupported.push({ text: draft.text.slice(0, 200), kind: "claim" });
  }
  return { unsupported: unique(unsupported) };
}

/** What is left of a sentence that one of our phrases leads in. */
const withoutOwn = (text: string, ownWords: readonly string[]): string =>
  ownWords.reduce((rest, words) => (rest.startsWith(words) ? rest.slice(words.length) : rest), text);

/** Share of a sentence's content words that its sources must hold. Wording may change, the matter may not. */
const leastShared = 0.5;

function sharedWords(text: string, sources: string): number {
  const known = new Set(terms(sources));
  const own = [...new Set(terms(text))];
  return own.length === 0 ? 0 : own.filter((term) => known.has(term)).length / own.length;
}

/** English stems without the commonest words; pairs of syllables for Korean, where endings change. */
function terms(text: string): string[] {
  return tokens(normalise(text)).flatMap(({ word, stem, hangul }) => {
    if (!hangul) return word.length < 3 || commonWords.has(word) ? [] : [stem];
    return stem.length < 2 ? [] : Array.from({ length: stem.length - 1 }, (_, i) => stem.slice(i, i + 2));
  });
}

const commonWords = new Set(
  "the and for you your are can will with from that this have has our not but please then there them they when which into also just may about here how what if its".split(
    " ",
  ),
);

function findingsIn(
  text: string,
  sources: string,
  everything: string,
  allowedHosts: readonly string[],
): Finding[] {
  const found: Finding[] = [];
  let rest = text;
  for (const { kind, find } of finders) {
    for (const match of text.matchAll(find)) {
      if (!rest.includes(match[0])) continue;
      rest = rest.replace(match[0], " ");
      if (!isSupported(kind, match[0], sources || everything, allowedHosts))
        found.push({ text: match[0], kind });
    }
  }
  return found;
}

function isSupported(
  kind: UnsupportedKind,
  text: string,
  sources: string,
  allowedHosts: readonly string[],
): boolean {
  if (kind === "markup" || kind === "placeholder" || kind === "refusal") return false;
  if (kind === "link" && allowedHosts.some((host) => hostOf(text) === host.toLowerCase())) return true;
  const wanted = squash(text);
  if (kind === "money") return standsAlone(wanted, sources) || sameSum(wanted, sources);
  if (kind !== "number") return sources.includes(wanted);
  if (!/^[\d.,]+$/u.test(wanted)) return standsAlone(wanted, sources) || sameQuantities(wanted, sources);
  return sources.split(/[^\p{N},.]+/u).some((number) => number.replace(/[.,]+$/u, "") === wanted);
}

/** As it is, and not as the end of a longer number: "5 days" does not stand in "15 days". */
function standsAlone(wanted: string, sources: string): boolean {
  for (let at = sources.indexOf(wanted); at >= 0; at = sources.indexOf(wanted, at + 1)) {
    if (!/[\d.,]/u.test(sources[at - 1] ?? "")) return true;
  }
  return false;
}

/** "3만 원" and "30,000원" are one sum; "30,000원" and "$30,000" are not. */
function sameSum(text: string, sources: string): boolean {
  return /원$/u.test(text) && sameQuantities(text, sources);
}

function hostOf(link: string): string {
  const url = /^https?:/iu.test(link) ? link : `https://${link}`;
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : "";
}

function squash(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/["'“”‘’]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
}

function unique(findings: Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [`${finding.kind}\n${finding.text}`, finding])).values()];
}
