"use client";
import { useState } from "react";
import type { Present } from "#lib/reads/ticket-presence.ts";
import type { ColleagueDraft } from "#lib/reads/ticket-view.ts";
import { Avatar } from "../ui/avatar.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { TimeAgo } from "../ui/time-ago.tsx";
import { PlainText } from "./plain-text.tsx";

export type ColleaguesHereProps = {
  present: readonly Present[];
  drafts: readonly ColleagueDraft[];
  /** The drafts as they stand now: colleagues write on while one reads. */
  readDrafts: () => Promise<ColleagueDraft[]>;
  onAdopt: (draftId: string) => void;
};

/** Who is at this ticket too, and what they have begun to write: it can be read and taken over. */
export function ColleaguesHere({ present, drafts, readDrafts, onAdopt }: ColleaguesHereProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState<string | null>(null);
  const [fresh, setFresh] = useState<{ since: typeof drafts; rows: ColleagueDraft[] } | null>(null);
  const typing = present.filter(({ doing }) => doing === "typing");
  const looking = present.filter(({ doing }) => doing === "viewing");
  const shown = fresh?.since === drafts ? fresh.rows : drafts;
  const read = async (agentId: string) => {
    setOpen(agentId);
    const rows = await readDrafts().catch(() => null);
    if (rows) setFresh({ since: drafts, rows });
  };
  const people = new Map([
    ...typing.map(({ agentId, name }) => [agentId, name] as const),
    ...shown.map(({ agent }) => [agent.id, agent.name] as const),
  ]);
  return (
    <div className="mb-1.5 flex flex-col gap-1 text-xs empty:hidden">
      <div role="status" className="contents">
        {looking.length > 0 && (
          <p className="flex items-center gap-1.5 text-faint">
            {looking.slice(0, 4).map(({ agentId, name }) => (
              <Avatar key={agentId} name={name} size="sm" kind="person" />
            ))}
            {t("together.viewing", { names: looking.map(({ name }) => name).join(", ") })}
          </p>
        )}
      </div>
      {[...people].map(([agentId, name]) => {
        const draft = shown.find(({ agent }) => agent.id === agentId);
        const writes = typing.some((one) => one.agentId === agentId);
        return (
          <div key={agentId} className="rounded-md bg-sunken px-2 py-1">
            <div className="flex flex-wrap items-center gap-x-2">
              <Avatar name={name} size="sm" kind="person" />
              <span role="status" className={writes ? "font-medium text-ink" : "text-muted"}>
                {writes
                  ? t(draft?.kind === "note" ? "together.writingNote" : "together.writing", { name })
                  : t("together.left", { name })}
              </span>
              {!writes && draft && <TimeAgo at={draft.updatedAt} className="text-faint" />}
              <span className="ml-auto flex gap-1">
                {open === agentId ? (
                  <Button look="quiet" size="sm" onClick={() => setOpen(null)}>
                    {t("together.hide")}
                  </Button>
                ) : (
                  <Button look="quiet" size="sm" onClick={() => void read(agentId)}>
                    {t("together.read")}
                  </Button>
                )}
                {draft && (
                  <Button size="sm" onClick={() => onAdopt(draft.id)}>
                    {t("together.adopt")}
                  </Button>
                )}
              </span>
            </div>
            {open === agentId && (
              <div className="mt-1 max-h-40 overflow-y-auto border-line border-l-2 pl-2 text-muted text-sm">
                {draft ? <PlainText text={draft.body} /> : t("together.nothingYet")}
              </div>
            )}
          </div>
        );
      })}
    </div>
  );
}
