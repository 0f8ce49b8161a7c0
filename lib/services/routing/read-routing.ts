import { and, asc, count, desc, eq, gte, inArray, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  agentSkills,
  agents,
  calendars,
  categories,
  categorySkills,
  customers,
  messages,
  priorityRules,
  queueMembers,
  queueSkills,
  queues,
  skillRules,
  skills,
  ticketEvents,
  tickets,
} from "#db/schema/index.ts";
import type { Calendar } from "#lib/domain/calendars/calendar.ts";
import type {
  AgentState,
  QueueRule,
  RoutedTicket,
  RouteInput,
  SkillNeed,
} from "#lib/domain/routing/route.ts";
import type { TriageEvidence } from "#lib/domain/triage/evidence.ts";
import type { Ticket } from "../tickets/ticket-rows.ts";

/** What triage found, or the little that the ticket's own row says. */
export type RoutingEvidence = Pick<
  TriageEvidence,
  "anger" | "urgency" | "complexity" | "skills" | "language"
>;

/** Everything `domain/routing` looks at for one ticket, read in one go. */
export async function readRouting(
  db: Db,
  ticket: Ticket,
  evidence: RoutingEvidence | null,
  now: Date,
): Promise<RouteInput> {
  const known = new Map((await db.select().from(calendars)).map((row) => [row.id, row as Calendar]));
  return {
    ticket: await readTicket(db, ticket, evidence),
    queues: await readQueues(db, known),
    agents: await readAgents(db, ticket, known, now),
    skillRules: (await db.select().from(skillRules).orderBy(asc(skillRules.position))).map(
      ({ id, conditions, skill, minLevel }) => ({ id, when: conditions, skill, minLevel }),
    ),
    priorityRules: (await db.select().from(priorityRules).orderBy(asc(priorityRules.position))).map(
      ({ id, conditions, priority }) => ({ id, when: conditions, priority }),
    ),
    now,
  };
}

async function readTicket(db: Db, ticket: Ticket, evidence: RoutingEvidence | null): Promise<RoutedTicket> {
  const [customer] = await db
    .select({ vip: customers.vip, companyId: customers.companyId })
    .from(customers)
    .where(eq(customers.id, ticket.customerId));
  const asked = ticket.categoryId
    ? await db
        .select({ key: skills.key, minLevel: categorySkills.minLevel })
        .from(categorySkills)
        .innerJoin(skills, eq(skills.id, categorySkills.skillId))
        .where(eq(categorySkills.categoryId, ticket.categoryId))
    : [];
  return {
    ...ticket,
    companyId: customer?.companyId ?? null,
    vip: customer?.vip ?? false,
    anger: evidence?.anger.score ?? ticket.anger ?? 0,
    urgency: evidence?.urgency.level ?? ticket.urgency ?? "normal",
    complexity: evidence?.complexity.level ?? ticket.complexity ?? "standard",
    skillsNeeded: [...asked, ...(await noticedSkills(db, ticket, evidence))],
    waitingSince: ticket.waitingSince ?? ticket.createdAt,
  };
}

/** Skills triage noticed, and the ticket's language, as far as this desk knows them at all. */
async function noticedSkills(db: Db, ticket: Ticket, evidence: RoutingEvidence | null): Promise<SkillNeed[]> {
  const language = evidence?.language.code ?? ticket.language;
  const keys = [...new Set([...(evidence?.skills ?? []), `lang:${language}`])];
  const rows = await db.select({ key: skills.key }).from(skills).where(inArray(skills.key, keys));
  return rows.map(({ key }) => ({ key, minLevel: 1 }));
}

async function readQueues(db: Db, known: ReadonlyMap<string, Calendar>): Promise<QueueRule[]> {
  const rows = await db.select().from(queues).orderBy(asc(queues.position), asc(queues.key));
  const needs = await db
    .select({ queueId: queueSkills.queueId, key: skills.key, minLevel: queueSkills.minLevel })
    .from(queueSkills)
    .innerJoin(skills, eq(skills.id, queueSkills.skillId));
  const members = await db.select().from(queueMembers);
  const taken = await db.select({ id: categories.id, queueId: categories.queueId }).from(categories);
  return rows.map((queue) => ({
    id: queue.id,
    isDefault: queue.isDefault,
    conditions: queue.conditions ?? {
      categoryIds: taken.filter((c) => c.queueId === queue.id).map((c) => c.id),
    },
    skills: needs.filter((need) => need.queueId === queue.id),
    memberIds: members.filter((member) => member.queueId === queue.id).map((member) => member.agentId),
    relaxations: queue.relaxations,
    calendar: (queue.calendarId && known.get(queue.calendarId)) || null,
  }));
}

async function readAgents(
  db: Db,
  ticket: Ticket,
  known: ReadonlyMap<string, Calendar>,
  now: Date,
): Promise<AgentState[]> {
  const people = await db.select().from(agents).where(eq(agents.active, true));
  const levels = await db
    .select({ agentId: agentSkills.agentId, key: skills.key, level: agentSkills.level })
    .from(agentSkills)
    .innerJoin(skills, eq(skills.id, agentSkills.skillId));
  const load = await db
    .select({ agentId: tickets.assigneeId, open: count() })
    .from(tickets)
    .where(and(inArray(tickets.status, ["new", "open"]), sql`${tickets.assigneeId} is not null`))
    .groupBy(tickets.assigneeId);
  const given = await db
    .select({ agentId: sql<string>`${ticketEvents.data}->>'to'`, today: count() })
    .from(ticketEvents)
    .where(and(eq(ticketEvents.type, "ticket.assigned"), gte(ticketEvents.at, startOfDay(now))))
    .groupBy(sql`${ticketEvents.data}->>'to'`);
  const solved = ticket.categoryId
    ? await db
        .select({ agentId: tickets.assigneeId, times: count() })
        .from(tickets)
        .where(and(inArray(tickets.status, ["solved", "closed"]), eq(tickets.categoryId, ticket.categoryId)))
        .groupBy(tickets.assigneeId)
    : [];
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
    id: agent.id,
    skills: Object.fromEntries(levels.filter((l) => l.agentId === agent.id).map((l) => [l.key, l.level])),
    availability: agent.availability,
    capacity: agent.capacity,
    openCount: load.find((row) => row.agentId === agent.id)?.open ?? 0,
    openToday: given.find((row) => row.agentId === agent.id)?.today ?? 0,
    solvedLike: solved.find((row) => row.agentId === agent.id)?.times ?? 0,
    workingHours: (agent.calendarId && known.get(agent.calendarId)) || null,
    lastAssignedAt: agent.lastAssignedAt,
    knowsCustomer: lastTalk?.agentId === agent.id,
  }));
}

const startOfDay = (now: Date): Date => new Date(Math.floor(now.getTime() / 86_400_000) * 86_400_000);
