import type { UrgencyLevel } from "#lib/domain/triage/evidence.ts";
import { cueReader, type Hit, weigh, withoutOverlaps } from "./find-cues.ts";
import { pressingEnglish } from "./lexicon/pressing-english.ts";
import { pressingKorean } from "./lexicon/pressing-korean.ts";
import { toldEnglish } from "./lexicon/told-english.ts";
import { toldKorean } from "./lexicon/told-korean.ts";
import { unspokenEnglish } from "./lexicon/unspoken-english.ts";
import { unspokenKorean } from "./lexicon/unspoken-korean.ts";
import { urgencyEnglish } from "./lexicon/urgency-english.ts";
import { urgencyKorean } from "./lexicon/urgency-korean.ts";

const readers = [
  cueReader("latin", [...urgencyEnglish, ...pressingEnglish, ...unspokenEnglish, ...toldEnglish]),
  cueReader("hangul", [...urgencyKorean, ...pressingKorean, ...unspokenKorean, ...toldKorean]),
];

/** Sums from which words alone are urgent, high and, below the last, low. */
const levels = { urgent: 2.6, high: 0.6, low: 0 } as const;
/** One description that weighs this much is urgent by itself: an outage, an attack, danger. */
const urgentAlone = 2;

/** One that weighs this much is at least high: smoke, glass in the food. */
const harmAlone = 1.3;

/** A question about how something works, or a wish without a problem, has time. */
const askingHow =
  /\b(?:how (?:do|can|could|would|to|long|many|much)|where (?:can|do|is|are)|is (?:there|it possible)|can (?:i|we|you)|could (?:you|i|we)|what (?:is|are|do)|when (?:do|does|is|will)|who can|do you (?:have|offer|support)|i(?:'d| would) like to|looking for|interested in|need a quote)|(?:어떻게|어디서|어디에서|언제|얼마|방법|가능(?:한가|할까|한지|해)|있나요|있을까요|되나요|될까요|하나요|인가요|싶습니다|싶어요|알려|궁금|받을 ?수|할 ?수)/iu;

export type UrgencyWords = {
  hits: Hit[];
  sum: number;
  /** What the words say, whatever the rest does. */
  level: UrgencyLevel;
  /** One of them is an outage, an attack or danger: nothing beside it makes it less. */
  grave: boolean;
  /** One of them is a harm by itself, though perhaps no emergency. */
  harm: boolean;
};

/** Words about how much time there is. The word "urgent" alone never makes a ticket urgent. */
export function urgencyWords(text: string): UrgencyWords {
  const hits = withoutOverlaps(readers.flatMap((read) => read(text)));
  const problems = hits.filter((hit) => hit.weight > 0);
  const sum = weigh(hits);
  const grave = problems.some((hit) => hit.weight >= urgentAlone) && sum >= levels.high;
  const harm = problems.some((hit) => hit.weight >= harmAlone) && sum >= levels.high;
  return { hits, sum, grave, harm, level: grave ? "urgent" : levelOf(hits, problems.length, sum, text) };
}

function levelOf(hits: readonly Hit[], problems: number, sum: number, text: string): UrgencyLevel {
  if (sum >= levels.urgent) return "urgent";
  if (sum >= levels.high) return "high";
  const calm = hits.some((hit) => hit.meaning === "says there is no hurry");
  if (sum < levels.low || calm) return "low";
  return problems === 0 && askingHow.test(text) ? "low" : "normal";
}
