import type { ReactNode } from "react";
import type { AssistantView } from "#lib/reads/ticket-view.ts";
import { useI18n } from "../ui/i18n-provider.tsx";

/** What the person who takes over needs: headings in their language, the customer's words as they are. */
export function HandOffNotes({ handOff }: { handOff: NonNullable<AssistantView["handOff"]> }) {
  const { t } = useI18n();
  const { summary, parts } = handOff;
  if (!parts)
    return summary ? (
      <p dir="auto" className="keep-words mt-1 line-clamp-4 whitespace-pre-wrap text-muted text-sm">
        {summary}
      </p>
    ) : null;
  return (
    <dl className="mt-1.5 grid grid-cols-[max-content_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
      <Part name={t("assistant.handOff.wants")} lines={parts.wants} />
      <Part
        name={t("assistant.handOff.tried")}
        lines={parts.tried.map(({ by, text }) =>
          by === "customer" ? text : t(`assistant.handOff.${by}`, { text }),
        )}
      />
      <Part
        name={t("assistant.handOff.missing")}
        lines={parts.missing.map((fact) => t(`assistant.handOff.lacks.${fact}`))}
      />
      <Part
        name={t("assistant.handOff.facts")}
        lines={parts.facts.length > 0 ? [parts.facts.map(({ text }) => text).join(" · ")] : []}
      />
    </dl>
  );
}

function Part({ name, lines }: { name: string; lines: readonly string[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <>
      <dt className="text-faint text-xs leading-5">{name}</dt>
      <dd className="keep-words min-w-0 text-muted">
        {lines.map((line) => (
          <p key={line} dir="auto" className="line-clamp-2 break-words">
            {line}
          </p>
        ))}
      </dd>
    </>
  );
}
