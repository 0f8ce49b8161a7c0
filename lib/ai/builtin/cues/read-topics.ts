import type { Cue, NeverAutomaticTopic, TopicHit } from "#lib/domain/triage/evidence.ts";
import { asCues, cueReader, type Hit } from "./find-cues.ts";
import { hintedPersonEnglish, hintedPersonKorean, hintedTopics } from "./lexicon/hinted.ts";
import { personEnglish, personKorean } from "./lexicon/person.ts";
import { topicLexicon } from "./lexicon/topics.ts";
import { sentencesOf } from "./prepare-text.ts";

const topicReaders = Object.entries(topicLexicon).map(([topic, lexicon]) => ({
  topic: topic as NeverAutomaticTopic,
  questionsAreFine: lexicon.questionsAreFine,
  read: [
    cueReader("latin", [...lexicon.english, ...hinted(topic).english]),
    cueReader("hangul", [...lexicon.korean, ...hinted(topic).korean]),
  ],
}));

function hinted(topic: string) {
  return hintedTopics[topic as NeverAutomaticTopic] ?? { english: [], korean: [] };
}

const personReaders = [
  cueReader("latin", [...personEnglish, ...hintedPersonEnglish]),
  cueReader("hangul", [...personKorean, ...hintedPersonKorean]),
];

/** Only asks how something works: nothing is claimed, nothing is to be done. */
const onlyAsks =
  /(?:\b(?:how|when|where|what|which|is there|do you|does|can i|could i|who)\b.*\?)|(?:어떻게|언제|어디|얼마|며칠|무엇|방법|가능|있나요|되나요|하나요|인가요|알 수|받을 수)/iu;

/** Topics nobody but a person settles, with the words that name them. */
export function readTopics(text: string): TopicHit[] {
  const asks = sentencesOf(text).filter((sentence) => onlyAsks.test(sentence.text));
  const inQuestion = (hit: Hit) => asks.some((ask) => hit.start >= ask.start && hit.end <= ask.end);

  return topicReaders.flatMap(({ topic, questionsAreFine, read }) => {
    const hits = read
      .flatMap((reader) => reader(text))
      .filter((hit) => hit.weight >= 1 || !(questionsAreFine && inQuestion(hit)));
    return hits.length > 0 ? [{ topic, cues: asCues(hits) }] : [];
  });
}

/** What is dangerous or an attack is a matter for people by whatever word it was noticed. */
export function withDangers(topics: readonly TopicHit[], urgency: { cues: readonly Cue[] }): TopicHit[] {
  const found = dangers.flatMap(([topic, meanings]) => {
    const cues = urgency.cues.filter(({ meaning }) => meanings.includes(meaning));
    return cues.length > 0 && !topics.some((hit) => hit.topic === topic) ? [{ topic, cues }] : [];
  });
  return [...topics, ...found];
}

const dangers: readonly (readonly [topic: NeverAutomaticTopic, meanings: readonly string[]])[] = [
  ["safety", ["danger to people"]],
  ["account_security", ["an attack is going on", "an attack is possible"]],
];

export function readAskedForPerson(text: string): { yes: boolean; cues: Cue[] } {
  const hits = personReaders.flatMap((read) => read(text));
  return { yes: hits.length > 0, cues: asCues(hits) };
}
