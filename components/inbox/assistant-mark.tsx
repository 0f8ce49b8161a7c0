import { Sparkle } from "lucide-react";
import type { Translate } from "#lib/i18n/translate.ts";
import type { InboxRow } from "#lib/reads/inbox.ts";

/** What the assistant has done here, in its colour; nothing while it has done nothing. */
export function AssistantMark({ state, t }: { state: InboxRow["assistantState"]; t: Translate }) {
  if (state === "waiting" || state === "sorted" || state === "off") return null;
  return (
    <span className="inline-flex min-w-0 items-center gap-1 text-assistant-text text-xs">
      <Sparkle aria-hidden className="size-3 shrink-0 fill-current" />
      <span className="truncate">{t(`mark.${state}`)}</span>
    </span>
  );
}
