"use client";
import { cueKey } from "#lib/domain/triage/cue-meanings.ts";
import type { Cue, TriageEvidence } from "#lib/domain/triage/evidence.ts";
import type { MessageKey } from "#lib/i18n/translate.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { markCues } from "./segments.ts";

/** The customer's words with those marked that the assistant stands on; each says what it was taken for. */
export function EvidenceText({ evidence }: { evidence: TriageEvidence }) {
  const { t } = useI18n();
  const cues = cuesOf(evidence);
  const said = (meaning: string) => {
    const key = cueKey(meaning);
    return key ? t(`cue.${key}` as MessageKey) : meaning;
  };
  if (cues.length === 0) return null;
  return (
    <div>
      <h2 className="mb-1 text-faint text-xs">{t("assistant.words")}</h2>
      <p
        dir="auto"
        className="keep-words max-h-48 overflow-y-auto whitespace-pre-wrap rounded-md border border-line bg-canvas px-3 py-2 text-muted text-sm"
      >
        {markCues(evidence.text, cues).map((part, at) =>
          part.meanings.length === 0 ? (
            part.text
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
            <mark key={at} title={part.meanings.map(said).join(", ")} className="text-ink">
              {part.text}
            </mark>
          ),
        )}
      </p>
    </div>
  );
}

function cuesOf({ anger, urgency, complexity, topics, askedForPerson, injection }: TriageEvidence): Cue[] {
  return [
    ...anger.cues,
    ...urgency.cues,
    ...complexity.cues,
    ...topics.flatMap(({ cues }) => cues),
    ...askedForPerson.cues,
    ...injection.cues,
  ];
}
