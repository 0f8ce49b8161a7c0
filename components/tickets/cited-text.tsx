import type { DraftSentence, SourceRef } from "#lib/domain/answers/draft.ts";
import { citeSentences } from "./segments.ts";

export type CitedTextProps = { body: string; sentences: DraftSentence[] | null; sources: SourceRef[] };

/** The assistant's words with the numbers of their sources. Nothing in them becomes a link or an image. */
export function CitedText({ body, sentences, sources }: CitedTextProps) {
  return (
    <div dir="auto" className="keep-words whitespace-pre-wrap text-base">
      {citeSentences(body, sentences, sources).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
        <span key={at}>
          {part.text}
          {part.cites.map((place) => (
            <sup
              key={place}
              title={sources[place - 1]?.title}
              className="ml-0.5 font-medium text-2xs text-assistant-text"
            >
              [{place}]
            </sup>
          ))}
        </span>
      ))}
    </div>
  );
}
