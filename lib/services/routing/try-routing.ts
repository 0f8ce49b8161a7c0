import { and, asc, eq, gte, isNotNull, lt, or, sql } from "drizzle-orm";
import { z } from "zod";
import { agents, slaClocks, tickets } from "#db/schema/index.ts";
import { simulate } from "#lib/domain/routing/simulate.ts";
import type { Arrival, PlannedAgent, Simulation, SimulationResult } from "#lib/domain/routing/simulation.ts";
import type { ComplexityLevel } from "#lib/domain/triage/evidence.ts";
import type { Context } from "../context.ts";
import { id, parseInput } from "../input.ts";
import { type DeskState, readDeskState } from "./desk-state.ts";
import { readRoutedTickets } from "./read-routing.ts";

const RoutingTrial = z.strictObject({
  /** How far back arrivals are replayed. */
  days: z.int().min(1).max(92).default(30),
  /** Minutes of a person's work on a ticket of standard complexity: an assumption, nobody measures it. */
  handleMinutes: z.number().min(1).max(480).default(10),
  /** People who are not there in the trial. */
  without: z.array(id()).max(500).default([]),
  /** More people with the skills, hours and queues of one who is there. */
  more: z
    .array(z.strictObject({ likeId: id(), count: z.int().min(1).max(50) }))
    .max(20)
    .default([]),
  /** Everybody's open tickets at once, in place of their own. */
  capacity: z.int().min(1).max(500).nullable().default(null),
  /** A skill more for somebody, at a level. */
  skills: z
    .array(z.strictObject({ agentId: id(), key: z.string().max(64), level: z.int().min(0).max(3) }))
    .max(100)
    .default([]),
  /** Skill rules, priority rules and relaxations that do not hold in the trial. */
  withoutRules: z.array(z.string().max(64)).max(200).default([]),
  relaxations: z.boolean().default(true),
});
export type RoutingTrial = z.input<typeof RoutingTrial>;

export type RoutingTrialReport = {
  arrivals: number;
  /** As the desk is set up now, and as it would be. */
  before: SimulationResult;
  after: SimulationResult;
  names: Record<string, string>;
};

/** A simple question takes less of a person's time, a knotty one more. */
const effort: Record<ComplexityLevel, number> = { simple: 0.6, standard: 1, complex: 2 };
const most = 20_000;

/** Replays the last month's arrivals with other people, skills or rules. Writes nothing. */
export async function tryRouting(ctx: Context, input: RoutingTrial): Promise<RoutingTrialReport> {
  ctx.must("queue.write");
  const trial = parseInput(RoutingTrial, input);
  const { now } = ctx;
  const desk = await readDeskState(ctx.db, now);
  const since = new Date(now.getTime() - trial.days * 86_400_000);
  const arrivals = await readArrivals(ctx, desk, since, trial.handleMinutes);
  const base: Simulation = { ...desk, arrivals, until: now, agents: desk.agents.map(planned) };
  const rows = await ctx.db.select({ id: agents.id, name: agents.name }).from(agents);
  return {
    arrivals: arrivals.length,
    before: simulate(base),
    after: simulate({ ...base, ...changed(base, trial) }),
    names: Object.fromEntries(rows.map((row) => [row.id, row.name])),
  };
}

const planned = ({ id, skills, capacity, workingHours }: PlannedAgent): PlannedAgent => ({
  id,
  skills,
  capacity,
  workingHours,
});

function changed(base: Simulation, trial: z.output<typeof RoutingTrial>): Partial<Simulation> {
  const kept = base.agents.filter((agent) => !trial.without.includes(agent.id));
  const added = trial.more.flatMap(({ likeId, count }) => {
    const like = base.agents.find((agent) => agent.id === likeId);
    return like ? Array.from({ length: count }, (_, nth) => ({ ...like, id: `${likeId}+${nth + 1}` })) : [];
  });
  const people = [...kept, ...added].map((agent) => ({
    ...agent,
    capacity: trial.capacity ?? agent.capacity,
    skills: taught(agent, trial.skills),
  }));
  return {
    agents: people,
    queues: base.queues.map((queue) => ({
      ...queue,
      memberIds: [
        ...queue.memberIds,
        ...added.filter(({ id }) => queue.memberIds.includes(id.split("+")[0]!)).map(({ id }) => id),
      ],
      relaxations: trial.relaxations ? queue.relaxations : [],
    })),
    skillRules: base.skillRules.filter((rule) => !trial.withoutRules.includes(rule.id)),
    priorityRules: base.priorityRules.filter((rule) => !trial.withoutRules.includes(rule.id)),
  };
}

function taught({ id, skills }: PlannedAgent, lessons: z.output<typeof RoutingTrial>["skills"]) {
  const mine = lessons
    .filter((lesson) => lesson.agentId === id)
    .map(({ key, level }) => [key, level] as const);
  return Object.fromEntries([...Object.entries(skills), ...mine].filter(([, level]) => level > 0));
}

/** Tickets that a person had to do something about; what the assistant settled alone never came to the line. */
async function readArrivals(
  ctx: Context,
  desk: DeskState,
  since: Date,
  handleMinutes: number,
): Promise<Arrival[]> {
  const rows = await ctx.db
    .select({ ticket: tickets, target: slaClocks.targetMinutes })
    .from(tickets)
    .leftJoin(slaClocks, and(eq(slaClocks.ticketId, tickets.id), eq(slaClocks.kind, "first_reply")))
    .where(
      and(
        gte(tickets.createdAt, since),
        lt(tickets.createdAt, ctx.now),
        sql`not ${tickets.isSpam} and ${tickets.trashedAt} is null`,
        or(
          isNotNull(tickets.assigneeId),
          isNotNull(tickets.firstPersonReplyAt),
          isNotNull(tickets.handOffReason),
        ),
      ),
    )
    .orderBy(asc(tickets.createdAt))
    .limit(most);
  const routed = await readRoutedTickets(
    ctx.db,
    desk,
    rows.map((row) => row.ticket),
  );
  return routed.map((ticket, index) => ({
    ticket: { ...ticket, notAgentIds: [] },
    at: rows[index]!.ticket.createdAt,
    handleMinutes: handleMinutes * effort[ticket.complexity],
    firstReplyTarget: rows[index]!.target,
  }));
}
