import { and, desc, eq, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { assistantRuns, customers, messages, tickets } from "#db/schema/index.ts";
import type { AgentState, RoutedTicket, RouteInput, SkillNeed } from "#lib/domain/routing/route.ts";
import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import type { Ticket } from "../tickets/ticket-rows.ts";
import { type DeskState, readDeskState } from "./desk-state.ts";

/** What triage found, or the little that the ticket's own row says. */
export type RoutingEvidence = Pick<
  TriageEvidence,
  "anger" | "urgency" | "complexity" | "skills" | "language"
>;

/** Solved tickets are counted up to here: beyond it, one more says nothing. */
const MOST_SOLVED = 99;

/** Everything `domain/routing` looks at for one ticket, read in one go. */
export async function readRouting(
  db: Db,
  ticket: Ticket,
  evidence: RoutingEvidence | null,
  now: Date,
): Promise<RouteInput> {
  const desk = await readDeskState(db, now);
  const [routed] = await readRoutedTickets(db, desk, [ticket], evidence);
  return { ...desk, ticket: routed!, agents: await knowing(db, desk.agents, ticket) };
}

/** Tickets with what their customers, categories and triage say about them. */
export async function readRoutedTickets(
  db: Db,
  desk: Pick<DeskState, "skillKeys" | "categoryNeeds">,
  rows: readonly Ticket[],
  evidence: RoutingEvidence | null = null,
): Promise<RoutedTicket[]> {
  if (rows.length === 0) return [];
  const people = await db
    .select({ id: customers.id, vip: customers.vip, companyId: customers.companyId })
    .from(customers)
    .where(inArray(customers.id, [...new Set(rows.map((row) => row.customerId))]));
  const byId = new Map(people.map((row) => [row.id, row]));
  const noticed = evidence ? null : await noticedSkills(db, rows);
  return rows.map((ticket) => {
    const customer = byId.get(ticket.customerId);
    const language = evidence?.language.code ?? ticket.language;
    const found = evidence?.skills ?? noticed?.get(ticket.id) ?? [];
    return {
      ...ticket,
      companyId: customer?.companyId ?? null,
      vip: customer?.vip ?? false,
      anger: evidence?.anger.score ?? ticket.anger ?? 0,
      urgency: evidence?.urgency.level ?? ticket.urgency ?? "normal",
      complexity: evidence?.complexity.level ?? ticket.complexity ?? "standard",
      skillsNeeded: [
        ...((ticket.categoryId && desk.categoryNeeds.get(ticket.categoryId)) || []),
        ...knownNeeds(desk, [...found, `lang:${language}`]),
      ],
      waitingSince: ticket.waitingSince ?? ticket.createdAt,
      dueAt: ticket.nextDueAt,
      pinnedQueueId: ticket.queuePinned ? ticket.queueId : null,
    };
  });
}

/** A desk without a skill cannot be asked for it. */
function knownNeeds({ skillKeys }: Pick<DeskState, "skillKeys">, keys: readonly string[]): SkillNeed[] {
  return [...new Set(keys)].filter((key) => skillKeys.has(key)).map((key) => ({ key, minLevel: 1 }));
}

/** What the newest triage that counted asked for. */
async function noticedSkills(db: Db, rows: readonly Ticket[]): Promise<Map<string, string[]>> {
  const ids = rows.map((row) => row.id);
  const runs = await db
    .selectDistinctOn([assistantRuns.ticketId], {
      ticketId: assistantRuns.ticketId,
      skills: sql<string[] | null>`${assistantRuns.evidence}->'skills'`,
    })
    .from(assistantRuns)
    .where(
      and(
        inArray(assistantRuns.ticketId, ids),
        eq(assistantRuns.step, "triage"),
        eq(assistantRuns.applied, true),
      ),
    )
    .orderBy(assistantRuns.ticketId, desc(assistantRuns.createdAt));
  return new Map(runs.map((run) => [run.ticketId, run.skills ?? []]));
}

/** The same people, with what they know of this ticket's kind and of its customer. */
async function knowing(db: Db, people: readonly AgentState[], ticket: Ticket): Promise<AgentState[]> {
  const solved = ticket.categoryId ? await solvedLike(db, ticket.categoryId, people) : new Map();
  const [lastTalk] = await db
    .select({ agentId: messages.agentId })
    .from(messages)
    .innerJoin(tickets, eq(tickets.id, messages.ticketId))
    .where(
      and(
        eq(tickets.customerId, ticket.customerId),
        eq(messages.kind, "reply"),
        eq(messages.authorKind, "agent"),
      ),
    )
    .orderBy(desc(messages.createdAt))
    .limit(1);
  return people.map((agent) => ({
    ...agent,
    solvedLike: solved.get(agent.id) ?? 0,
    knowsCustomer: lastTalk?.agentId === agent.id,
  }));
}

/** A short walk in an index for each person, not a count of all that was ever solved. */
async function solvedLike(
  db: Db,
  categoryId: string,
  people: readonly AgentState[],
): Promise<Map<string, number>> {
  if (people.length === 0) return new Map();
  const ids = sql.param(people.map((agent) => agent.id));
  const person = sql`unnest(${ids}::uuid[]) as person(id)`;
  const rows = await db
    .select({
      id: sql<string>`person.id`,
      times: sql<number>`(
        select count(*) from (
          select 1 from tickets t
          where t.category_id = ${categoryId} and t.assignee_id = person.id and t.status in ('solved', 'closed')
          limit ${MOST_SOLVED}
        ) found
      )`.mapWith(Number),
    })
    .from(person);
  return new Map(rows.map((row) => [row.id, row.times]));
}
