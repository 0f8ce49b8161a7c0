import { eq, gte, isNotNull, isNull, lt, type SQL, sql } from "drizzle-orm";
import { agents, categories, queues, tickets } from "#db/schema/index.ts";
import type { ListFilter } from "#lib/domain/lists/list-filter.ts";
import type { SearchQuery, SearchState } from "#lib/domain/search/search-query.ts";
import { angryFrom } from "#lib/domain/triage/evidence.ts";
import type { Context } from "../context.ts";

/** As the partial indexes write them: a parameter would not be recognised. */
export const inInbox = sql`${tickets.lane} = 'inbox'`;
const angry = sql`${tickets.anger} >= ${sql.raw(String(angryFrom))}`;
const held = sql`${tickets.assistantState} = 'held'`;
const everywhere = sql`${tickets.lane} in ('inbox', 'snoozed', 'done')`;

/** What a view and the filters beside it let through; also what a bulk action would touch. */
export function listConditions(ctx: Context, filter: ListFilter, query?: SearchQuery): (SQL | undefined)[] {
  return conditionsFor(meOr(ctx), filter, query);
}

/** The same for whoever `me` will be when the statement runs. */
export function conditionsFor(me: SQL, filter: ListFilter, query?: SearchQuery): (SQL | undefined)[] {
  return [
    laneOf(filter, query),
    ofView(me, filter),
    ofStatus(query?.status ?? filter.status),
    ofQueue(query?.queue ?? filter.queue),
    ofCategory(query?.category ?? filter.category),
    ofLanguage(query?.language ?? filter.language),
    ofPriority(query?.priority ?? filter.priority),
    ofAssignee(me, query?.assignee ?? filter.assignee),
    ...[...(query?.tags ?? []), ...(filter.tag ? [filter.tag] : [])].map(
      (tag) => sql`${tickets.tags} @> array[${tag}]::text[] and ${tickets.tags} <> '{}'`,
    ),
    ...(query?.is ?? []).map(inState),
    query?.after && gte(tickets.lastMessageAt, query.after),
    query?.before && lt(tickets.lastMessageAt, query.before),
  ];
}

/** Which part of the desk: one index each. A search looks everywhere, and what was answered is often solved already. */
function laneOf({ view, status, q }: ListFilter, query: SearchQuery | undefined): SQL {
  if (view === "spam" || query?.is.includes("spam")) return sql`${tickets.lane} = 'spam'`;
  if (view === "trash" || query?.is.includes("trash")) return sql`${tickets.lane} = 'trash'`;
  if (view === "snoozed" || query?.is.includes("snoozed")) return sql`${tickets.lane} = 'snoozed'`;
  const wanted = query?.status ?? status;
  if (wanted === "solved" || wanted === "closed") return sql`${tickets.lane} = 'done'`;
  const all = wanted === "all" || view === "answered" || view === "mentions" || (q && wanted !== "unsolved");
  return all ? everywhere : inInbox;
}

function ofView(me: SQL, { view, status }: ListFilter): SQL | undefined {
  switch (view) {
    case "mine":
      return eq(tickets.assigneeId, me);
    case "unassigned":
      return isNull(tickets.assigneeId);
    case "unplaced":
      return isNotNull(tickets.managerToldAt);
    case "angry":
      return status ? angry : sql`${angry} and ${tickets.waitingSince} is not null`;
    case "held":
      return held;
    case "answered":
      return eq(tickets.assistantState, "answered");
    case "mentions":
      return sql`${tickets.id} in (select ticket_id from message_mentions where agent_id = ${me})`;
    default:
      return;
  }
}

function inState(state: SearchState): SQL | undefined {
  switch (state) {
    case "unassigned":
      return isNull(tickets.assigneeId);
    case "unanswered":
      return isNotNull(tickets.waitingSince);
    case "angry":
      return angry;
    case "held":
      return held;
    default:
      return;
  }
}

function ofStatus(status: string | undefined): SQL | undefined {
  return status && status !== "all" && status !== "unsolved" ? sql`${tickets.status} = ${status}` : undefined;
}

/** By key, as in the address; by name in either language, as people type. */
function ofQueue(name: string | undefined): SQL | undefined {
  return name
    ? sql`${tickets.queueId} = any(array(select id from ${queues} where ${isNamed(name)}))`
    : undefined;
}

function ofCategory(name: string | undefined): SQL | undefined {
  return name
    ? sql`${tickets.categoryId} = any(array(select id from ${categories} where ${isNamed(name)}))`
    : undefined;
}

const isNamed = (name: string): SQL =>
  sql`key = ${name} or lower(name->>'en') = ${name.toLowerCase()} or name->>'ko' = ${name}`;

function ofLanguage(language: string | undefined): SQL | undefined {
  return language ? eq(tickets.language, language.toLowerCase()) : undefined;
}

function ofPriority(priority: string | undefined): SQL | undefined {
  return priority ? sql`${tickets.priority} = ${priority}` : undefined;
}

function ofAssignee(me: SQL, assignee: string | undefined): SQL | undefined {
  if (!assignee) return;
  if (assignee === "none") return isNull(tickets.assigneeId);
  if (assignee === "me") return eq(tickets.assigneeId, me);
  return sql`${tickets.assigneeId} = any(array(select id from ${agents} where id::text = ${assignee}
    or lower(email) = ${assignee.toLowerCase()} or lower(name) = ${assignee.toLowerCase()}))`;
}

export function meOr(ctx: Context): SQL {
  return ctx.actor.kind === "agent" ? sql`${ctx.actor.id}` : sql`null`;
}
