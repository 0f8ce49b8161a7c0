"use client";
import { Plus, X } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { LinkedTicket, LinksView } from "#lib/reads/ticket-links.ts";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { Button } from "../../ui/button.tsx";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { IconButton } from "../../ui/icon-button.tsx";
import { Menu, MenuItem } from "../../ui/menu.tsx";
import { useToast } from "../../ui/toast.tsx";
import { BlockSection } from "../blocks/block-section.tsx";
import { useBlock } from "../blocks/use-block.ts";
import type { ActionResult } from "../ticket-actions.ts";
import { AnswerIncidentsDialog } from "./answer-incidents-dialog.tsx";
import { FollowUpDialog } from "./follow-up-dialog.tsx";
import { IncidentProgress } from "./incident-progress.tsx";
import type { LinkActions } from "./link-actions.ts";
import { LinkDialog } from "./link-dialog.tsx";

type Open = "link" | "follow_up" | "answer" | null;

/** What hangs together with this ticket, and one answer to all who have the same problem. */
export function LinksPanel({ ticket, actions }: { ticket: TicketView; actions: LinkActions }) {
  const { t } = useI18n();
  const toast = useToast();
  const router = useRouter();
  const [open, setOpen] = useState<Open>(null);
  const block = useBlock(ticket, "links", (links) =>
    links.answer && !links.answer.finished ? (links.answer.stopped ? 15_000 : 1000) : null,
  );
  const ticketId = ticket.id;

  async function attempt(work: Promise<ActionResult>, done: string): Promise<boolean> {
    const result = await work.catch((): ActionResult => ({ ok: false, kind: "unavailable" }));
    block.again();
    if (result.ok) toast.show({ text: done });
    else {
      const words = result.kind === "conflict" ? "links.refused" : (`error.${result.kind}` as const);
      toast.show({ text: t(words), tone: "breach", timeoutMs: 10_000 });
    }
    return result.ok;
  }
  const solveAll = () =>
    void attempt(
      actions.answerIncidents({ problemId: ticketId, body: null, status: "solved" }),
      t("links.solving"),
    );
  useOffer(ticket, block.data, (n) =>
    toast.show({
      text: t("links.solveToo", { n }),
      action: { label: t("links.solveAll"), onClick: solveAll },
      timeoutMs: 15_000,
    }),
  );

  return (
    <>
      <BlockSection
        title={t("links.title")}
        block={block}
        aside={
          <Menu
            align="end"
            trigger={
              <IconButton label={t("links.add")} className="-my-1.5">
                <Plus />
              </IconButton>
            }
          >
            <MenuItem onSelect={() => setOpen("link")}>{t("links.link")}</MenuItem>
            <MenuItem onSelect={() => setOpen("follow_up")}>{t("links.followUp")}</MenuItem>
          </Menu>
        }
      >
        {(links) => (
          <>
            {isEmpty(links) && <p className="text-muted text-sm">{t("links.none")}</p>}
            <Group
              title={t("links.problem")}
              tickets={links.problem ? [links.problem] : []}
              unlink={unlink}
            />
            <Group
              title={t("links.incidents", { n: links.incidentCount })}
              tickets={links.incidents}
              unlink={unlink}
            >
              {links.answer && (
                <IncidentProgress
                  answer={links.answer}
                  onRetry={() =>
                    void attempt(actions.retryIncidents({ problemId: ticketId }), t("links.retrying"))
                  }
                />
              )}
              <div className="flex flex-wrap gap-2 py-1">
                <Button
                  size="sm"
                  disabled={links.answer?.finished === false}
                  onClick={() => setOpen("answer")}
                >
                  {t("links.answerAll")}
                </Button>
                {ticket.status === "solved" && links.openIncidentCount > 0 && (
                  <Button size="sm" disabled={links.answer?.finished === false} onClick={solveAll}>
                    {t("links.solveAll")}
                  </Button>
                )}
              </div>
            </Group>
            <Group title={t("links.related")} tickets={links.related} unlink={unlink} />
            <Group title={t("links.followUps")} tickets={links.followUps} />
          </>
        )}
      </BlockSection>
      <LinkDialog
        open={open === "link"}
        onClose={() => setOpen(null)}
        onLink={(link) => void attempt(actions.link({ ticketId, ...link }), t("links.linked"))}
      />
      <FollowUpDialog
        ticket={ticket}
        open={open === "follow_up"}
        onClose={() => setOpen(null)}
        onCreate={async (input) => {
          let number = 0;
          const work = actions.followUp({ ticketId, ...input }).then((made): ActionResult => {
            if (made.ok) number = made.number;
            return made;
          });
          const done = await attempt(work, t("links.followUpDone"));
          if (done) router.push(`/tickets/${number}` as never);
          return done;
        }}
      />
      <AnswerIncidentsDialog
        total={block.data?.incidentCount ?? 0}
        open={open === "answer"}
        onClose={() => setOpen(null)}
        onAnswer={(answer) =>
          attempt(actions.answerIncidents({ problemId: ticketId, ...answer }), t("links.answering"))
        }
      />
    </>
  );

  function unlink(linkId: string) {
    void attempt(actions.unlink({ ticketId, linkId }), t("links.unlinked"));
  }
}

function isEmpty({ followUps, related, problem, incidentCount }: LinksView): boolean {
  return followUps.length + related.length + incidentCount === 0 && problem === null;
}

/** When a problem is solved here, its open incidents can be solved with it. */
function useOffer(ticket: TicketView, links: LinksView | null, offer: (open: number) => void): void {
  const before = useRef(ticket.status);
  useEffect(() => {
    const solvedNow = before.current !== "solved" && ticket.status === "solved";
    before.current = ticket.status;
    if (solvedNow && links && links.openIncidentCount > 0) offer(links.openIncidentCount);
  });
}

function Group({
  title,
  tickets,
  unlink,
  children,
}: {
  title: string;
  tickets: readonly LinkedTicket[];
  unlink?: (linkId: string) => void;
  children?: ReactNode;
}) {
  const { t } = useI18n();
  if (tickets.length === 0) return null;
  return (
    <div className="mb-2 last:mb-0">
      <h3 className="text-faint text-xs">{title}</h3>
      {children}
      <ul className="-mx-2 flex flex-col">
        {tickets.map(({ linkId, number, subject, status }) => (
          <li key={number} className="group flex items-center rounded-md hover:bg-hover">
            <Link
              href={`/tickets/${number}` as never}
              prefetch={false}
              className="flex min-w-0 flex-1 items-baseline gap-2 rounded-md px-2 py-1 text-sm pointer-coarse:min-h-11 pointer-coarse:items-center"
            >
              <span className="tabular shrink-0 text-faint text-xs">#{number}</span>
              <bdi className="min-w-0 flex-1 truncate">{subject || t("inbox.noSubject")}</bdi>
              <span className="shrink-0 text-faint text-xs">{t(`status.${status}`)}</span>
            </Link>
            {linkId && unlink && (
              <IconButton
                label={t("links.unlink", { number })}
                onClick={() => unlink(linkId)}
                className="opacity-0 focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100"
              >
                <X />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
