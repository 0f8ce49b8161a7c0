import { and, asc, count, eq, gte, inArray, isNotNull, sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import {
  agentSkills,
  agents,
  calendars,
  categories,
  categorySkills,
  priorityRules,
  queueMembers,
  queueSkills,
  queues,
  settings,
  skillRules,
  skills,
  ticketEvents,
  tickets,
} from "#db/schema/index.ts";
import type { Calendar } from "#lib/domain/calendars/calendar.ts";
import { startOfLocalDay } from "#lib/domain/calendars/local-day.ts";
import type { AgentState, QueueRule, RouteInput, SkillNeed } from "#lib/domain/routing/route.ts";

/** What routing knows before it looks at a ticket. */
export type DeskState = Pick<RouteInput, "queues" | "skillRules" | "priorityRules" | "now"> & {
  /** Without what depends on the ticket: who solved its like, who knows its customer. */
  agents: AgentState[];
  /** The skills that this desk knows at all. */
  skillKeys: ReadonlySet<string>;
  /** What each category asks for, by its id. */
  categoryNeeds: ReadonlyMap<string, SkillNeed[]>;
};

/** Rules, queues and people as they are now, in a dozen small queries, whatever the number of tickets. */
export async function readDeskState(db: Db, now: Date): Promise<DeskState> {
  const hours = new Map((await db.select().from(calendars)).map((row) => [row.id, row as Calendar]));
  const known = await db.select({ key: skills.key }).from(skills);
  const asked = await db
    .select({ categoryId: categorySkills.categoryId, key: skills.key, minLevel: categorySkills.minLevel })
    .from(categorySkills)
    .innerJoin(skills, eq(skills.id, categorySkills.skillId));
  const byCategory = Map.groupBy(asked, (row) => row.categoryId);
  return {
    now,
    queues: await readQueues(db, hours),
    agents: await readAgents(db, hours, now),
    skillRules: (
      await db.select().from(skillRules).orderBy(asc(skillRules.position), asc(skillRules.id))
    ).map(({ id, conditions, skill, minLevel }) => ({ id, when: conditions, skill, minLevel })),
    priorityRules: (
      await db.select().from(priorityRules).orderBy(asc(priorityRules.position), asc(priorityRules.id))
    ).map(({ id, conditions, priority }) => ({ id, when: conditions, priority })),
    skillKeys: new Set(known.map(({ key }) => key)),
    categoryNeeds: new Map(
      [...byCategory].map(([id, rows]) => [id, rows.map(({ key, minLevel }) => ({ key, minLevel }))]),
    ),
  };
}

/** A queue with conditions of its own takes by those; otherwise it takes the tickets of its categories. */
async function readQueues(db: Db, hours: ReadonlyMap<string, Calendar>): Promise<QueueRule[]> {
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
    order: queue.order,
    conditions: queue.conditions ?? {
      categoryIds: taken.filter((category) => category.queueId === queue.id).map(({ id }) => id),
    },
    skills: needs.filter((need) => need.queueId === queue.id),
    memberIds: members.filter((member) => member.queueId === queue.id).map((member) => member.agentId),
    relaxations: queue.relaxations,
    calendar: (queue.calendarId && hours.get(queue.calendarId)) || null,
  }));
}

async function readAgents(db: Db, hours: ReadonlyMap<string, Calendar>, now: Date): Promise<AgentState[]> {
  const people = await db.select().from(agents).where(eq(agents.active, true));
  const levels = Map.groupBy(
    await db
      .select({ agentId: agentSkills.agentId, key: skills.key, level: agentSkills.level })
      .from(agentSkills)
      .innerJoin(skills, eq(skills.id, agentSkills.skillId)),
    (row) => row.agentId,
  );
  const open = await openTickets(db);
  const today = await givenSince(db, startOfLocalDay(await readDeskZone(db), now));
  return people.map((agent) => ({
    id: agent.id,
    skills: Object.fromEntries((levels.get(agent.id) ?? []).map(({ key, level }) => [key, level])),
    availability: agent.availability,
    capacity: agent.capacity,
    openCount: open.get(agent.id) ?? 0,
    openToday: today.get(agent.id) ?? 0,
    solvedLike: 0,
    workingHours: (agent.calendarId && hours.get(agent.calendarId)) || null,
    lastAssignedAt: agent.lastAssignedAt,
    knowsCustomer: false,
    backAt: agent.backAt,
  }));
}

/** Tickets that somebody has to do something about, by person: what counts against their capacity. */
export async function openTickets(db: Db, agentId?: string): Promise<Map<string, number>> {
  const rows = await db
    .select({ agentId: tickets.assigneeId, open: count() })
    .from(tickets)
    .where(
      and(
        inArray(tickets.status, ["new", "open"]),
        agentId ? eq(tickets.assigneeId, agentId) : isNotNull(tickets.assigneeId),
      ),
    )
    .groupBy(tickets.assigneeId);
  return new Map(rows.map((row) => [row.agentId!, row.open]));
}

async function givenSince(db: Db, since: Date): Promise<Map<string, number>> {
  const to = sql<string>`${ticketEvents.data}->>'to'`;
  const rows = await db
    .select({ agentId: to, given: count() })
    .from(ticketEvents)
    .where(and(eq(ticketEvents.type, "ticket.assigned"), gte(ticketEvents.at, since)))
    .groupBy(to);
  return new Map(rows.map((row) => [row.agentId, row.given]));
}

/** Where the desk's day begins: its own setting, else where its first business hours are kept. */
export async function readDeskZone(db: Db): Promise<string> {
  const [desk] = await db.select().from(settings).where(eq(settings.key, "desk"));
  const { timeZone } = Object(desk?.value) as { timeZone?: string };
  if (timeZone) return timeZone;
  const [first] = await db
    .select({ timeZone: calendars.timeZone })
    .from(calendars)
    .orderBy(asc(calendars.createdAt), asc(calendars.id))
    .limit(1);
  return first?.timeZone ?? "UTC";
}
