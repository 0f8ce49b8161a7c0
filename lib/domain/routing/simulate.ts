import {
  aroundTheClock,
  businessMsBetween,
  type Calendar,
  dueAt,
  openIntervals,
} from "../calendars/calendar.ts";
import { exclusionOf } from "./eligible.ts";
import { EventLine } from "./event-line.ts";
import { turnOf } from "./queue-order.ts";
import { route } from "./route.ts";
import {
  type Arrival,
  type PlannedAgent,
  type Simulation,
  type SimulationResult,
  spreadOf,
} from "./simulation.ts";
import type { AgentState, RouteDecision, RoutedTicket } from "./types.ts";

const DAY = 86_400_000;

interface Person {
  plan: PlannedAgent;
  /** When their list of today is worked off, epoch ms. */
  busyUntil: number;
  open: number;
  today: number;
  lastAssignedAt: Date | null;
  served: number;
  mostOpen: number;
  workedMinutes: number;
}

interface Waiting {
  arrival: Arrival;
  ticket: RoutedTicket;
  decision: RouteDecision;
  /** Its place in the line, see `turnOf`. */
  turn: number;
}

type Event =
  | { kind: "arrives"; arrival: Arrival }
  | { kind: "retries"; ticketId: string }
  | { kind: "finishes"; person: Person; handleMinutes: number }
  | { kind: "starts"; person: Person }
  | { kind: "new_day" };

interface World {
  simulation: Simulation;
  people: Person[];
  line: EventLine<Event>;
  waiting: Map<string, Waiting>;
  /** The same, by turn. */
  inTurn: Waiting[];
  waits: { queueId: string; minutes: number }[];
  /** Who talked with a customer last. */
  lastTalk: Map<string, string>;
  relaxed: number;
  told: Set<string>;
  measured: number;
  breached: number;
}

/**
 * Replays arrivals with a set of people, skills and rules, to compare before saving. Each ticket is routed by
 * `route` when it arrives, when a relaxation comes due, and when somebody begins a shift or finishes a ticket.
 * People work on one ticket at a time, in the order they got them, within their hours. Deterministic.
 */
export function simulate(simulation: Simulation): SimulationResult {
  const world = worldOf(simulation);
  const until = simulation.until.getTime();
  for (let next = world.line.next(); next && next.at < until; next = world.line.next()) {
    happen(world, next.event, new Date(next.at));
  }
  for (const { arrival, decision } of world.waiting.values()) {
    note(world, arrival, decision.queueId, simulation.until, simulation.until);
  }
  return resultOf(world);
}

function worldOf(simulation: Simulation): World {
  const world: World = {
    simulation,
    people: simulation.agents.map((plan) => ({
      plan,
      busyUntil: 0,
      open: 0,
      today: 0,
      lastAssignedAt: null,
      served: 0,
      mostOpen: 0,
      workedMinutes: 0,
    })),
    line: new EventLine(),
    waiting: new Map(),
    inTurn: [],
    waits: [],
    lastTalk: new Map(),
    relaxed: 0,
    told: new Set(),
    measured: 0,
    breached: 0,
  };
  const { arrivals, until } = simulation;
  const first = arrivals.reduce((least, { at }) => Math.min(least, at.getTime()), until.getTime());
  for (let day = Math.floor(first / DAY) * DAY; day < until.getTime(); day += DAY)
    world.line.add(day, { kind: "new_day" });
  for (const person of world.people) {
    if (!person.plan.workingHours) continue;
    for (const shift of openIntervals(person.plan.workingHours, new Date(first), until)) {
      world.line.add(shift.from.getTime(), { kind: "starts", person });
    }
  }
  for (const arrival of arrivals) world.line.add(arrival.at.getTime(), { kind: "arrives", arrival });
  return world;
}

function happen(world: World, event: Event, now: Date): void {
  switch (event.kind) {
    case "arrives":
      offer(world, event.arrival, { ...event.arrival.ticket, waitingSince: event.arrival.at }, now);
      break;
    case "retries": {
      const waiting = world.waiting.get(event.ticketId);
      if (waiting) offer(world, waiting.arrival, waiting.ticket, now);
      break;
    }
    case "finishes":
      event.person.open--;
      event.person.served++;
      event.person.workedMinutes += event.handleMinutes;
      fill(world, event.person, now);
      break;
    case "starts":
      fill(world, event.person, now);
      break;
    case "new_day":
      for (const person of world.people) person.today = 0;
  }
}

/** Routes one ticket; without a taker it waits, and is tried again when waiting changes the answer. */
function offer(world: World, arrival: Arrival, ticket: RoutedTicket, now: Date): void {
  const agents = world.people.map((person) => stateOf(world, person, ticket));
  const decision = route({ ...world.simulation, ticket, agents, now });
  if (decision.tellManager) world.told.add(ticket.id);
  leaveLine(world, ticket.id);
  if (decision.agentId) {
    if (decision.relaxed.length > 0) world.relaxed++;
    give(world, world.people.find((person) => person.plan.id === decision.agentId)!, arrival, decision, now);
    return;
  }
  joinLine(world, arrival, { ...ticket, priority: decision.priority }, decision);
  if (decision.retryAt) world.line.add(decision.retryAt.getTime(), { kind: "retries", ticketId: ticket.id });
}

function joinLine(world: World, arrival: Arrival, ticket: RoutedTicket, decision: RouteDecision): void {
  const order = queueOf(world, decision.queueId)?.order ?? "priority";
  const waiting = { arrival, ticket, decision, turn: turnOf(order, ticket) };
  world.waiting.set(ticket.id, waiting);
  world.inTurn.splice(placeOf(world, waiting.turn + 1), 0, waiting);
}

function leaveLine(world: World, ticketId: string): void {
  const waiting = world.waiting.get(ticketId);
  if (!waiting) return;
  world.waiting.delete(ticketId);
  world.inTurn.splice(world.inTurn.indexOf(waiting, placeOf(world, waiting.turn)), 1);
}

/** The first place in the line whose turn is not before this one. */
function placeOf(world: World, turn: number): number {
  let low = 0;
  let high = world.inTurn.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (world.inTurn[middle]!.turn < turn) low = middle + 1;
    else high = middle;
  }
  return low;
}

function give(world: World, person: Person, arrival: Arrival, decision: RouteDecision, now: Date): void {
  const begin = new Date(Math.max(now.getTime(), person.busyUntil));
  const done =
    dueAt(person.plan.workingHours ?? aroundTheClock, begin, arrival.handleMinutes) ?? world.simulation.until;
  person.busyUntil = done.getTime();
  person.open++;
  person.today++;
  person.mostOpen = Math.max(person.mostOpen, person.open);
  person.lastAssignedAt = now;
  if (arrival.ticket.customerId) world.lastTalk.set(arrival.ticket.customerId, person.plan.id);
  note(world, arrival, decision.queueId, begin, done);
  world.line.add(done.getTime(), { kind: "finishes", person, handleMinutes: arrival.handleMinutes });
}

/** Offers the line, in its order, to somebody who has room; only what they may have is routed at all. */
function fill(world: World, person: Person, now: Date): void {
  const openNow = new Map<Calendar, boolean>();
  for (const { arrival, ticket, decision } of [...world.inTurn]) {
    if (person.open >= person.plan.capacity) return;
    const anybody = decision.relaxed.some((step) => step.relax.kind === "any_agent");
    const queue = anybody ? null : queueOf(world, decision.queueId)!;
    const state = stateOf(world, person, ticket);
    if (exclusionOf(state, { ticket, queue, needs: decision.needs, now, openNow })) continue;
    offer(world, arrival, ticket, now);
  }
}

const queueOf = (world: World, id: string) => world.simulation.queues.find((queue) => queue.id === id);

/** Keeps a ticket's wait and whether its first reply was late. */
function note(world: World, arrival: Arrival, queueId: string, begin: Date, replied: Date): void {
  const calendar = queueOf(world, queueId)?.calendar ?? aroundTheClock;
  world.waits.push({ queueId, minutes: businessMsBetween(calendar, arrival.at, begin) / 60_000 });
  if (arrival.firstReplyTarget === null) return;
  world.measured++;
  const due = dueAt(calendar, arrival.at, arrival.firstReplyTarget);
  if (due && replied > due) world.breached++;
}

function stateOf(world: World, person: Person, ticket: RoutedTicket): AgentState {
  const { plan } = person;
  return {
    ...plan,
    availability: "online",
    openCount: person.open,
    openToday: person.today,
    solvedLike: (ticket.categoryId && plan.solved?.[ticket.categoryId]) || 0,
    lastAssignedAt: person.lastAssignedAt,
    knowsCustomer: ticket.customerId !== null && world.lastTalk.get(ticket.customerId) === plan.id,
  };
}

function resultOf(world: World): SimulationResult {
  const queues = Map.groupBy(world.waits, (wait) => wait.queueId);
  return {
    waitMinutes: spreadOf(world.waits.map((wait) => wait.minutes)),
    served: world.waits.length - world.waiting.size,
    unserved: world.waiting.size,
    measured: world.measured,
    breached: world.breached,
    relaxed: world.relaxed,
    toldManager: world.told.size,
    agents: world.people.map(({ plan, served, mostOpen, workedMinutes }) => ({
      id: plan.id,
      served,
      mostOpen,
      workedMinutes,
    })),
    queues: [...queues].map(([id, waits]) => ({
      id,
      tickets: waits.length,
      waitMinutes: spreadOf(waits.map((wait) => wait.minutes)),
    })),
  };
}
