import type { DraftSentence, SourceRef } from "#lib/domain/answers/draft.ts";
import { citeSentences, markDoubts } from "./segments.ts";

export type CitedTextProps = {
  body: string;
  sentences: DraftSentence[] | null;
  sources: SourceRef[];
  /** Stretches that no source says. */
  doubts?: readonly string[];
};

/** The assistant's words with the numbers of their sources. Nothing in them becomes a link or an image. */
export function CitedText({ body, sentences, sources, doubts = [] }: CitedTextProps) {
  return (
    <div dir="auto" className="keep-words whitespace-pre-wrap text-base">
      {citeSentences(body, sentences, sources).map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
        <span key={at}>
          {markDoubts(part.text, doubts).map((stretch, place) =>
            stretch.doubted ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
              <mark key={place} className="rounded-sm bg-soon-soft text-soon-text underline decoration-wavy">
                {stretch.text}
              </mark>
            ) : (
              stretch.text
            ),
          )}
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
