import type { Cue, NeverAutomaticTopic, TopicHit } from "#lib/domain/triage/evidence.ts";
import { asCues, cueReader, type Hit } from "./find-cues.ts";
import { personEnglish, personKorean } from "./lexicon/person.ts";
import { topicLexicon } from "./lexicon/topics.ts";
import { sentencesOf } from "./prepare-text.ts";

const topicReaders = Object.entries(topicLexicon).map(([topic, lexicon]) => ({
  topic: topic as NeverAutomaticTopic,
  questionsAreFine: lexicon.questionsAreFine,
  read: [cueReader("latin", lexicon.english), cueReader("hangul", lexicon.korean)],
}));

const personReaders = [cueReader("latin", personEnglish), cueReader("hangul", personKorean)];

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

export function readAskedForPerson(text: string): { yes: boolean; cues: Cue[] } {
  const hits = personReaders.flatMap((read) => read(text));
  return { yes: hits.length > 0, cues: asCues(hits) };
}
