import { and, type SQL, sql } from "drizzle-orm";
import { ticketSearch, tickets } from "#db/schema/index.ts";
import { searchCondition } from "#lib/domain/search/search-condition.ts";
import type { SearchQuery } from "#lib/domain/search/search-query.ts";
import type { Context } from "#lib/services/context.ts";
import { correctWords } from "./correct-words.ts";
import type { Cursor } from "./inbox-filter.ts";

export type Hit = { id: string; rank: number; at: string };
export type Found = {
  hits: Hit[];
  /** The words that were looked for in the end. */
  words: string[];
  /** Nothing was found as it was typed; this was. */
  corrected: boolean;
};

export type SearchOptions = {
  /** What else must hold, on `tickets`. */
  conditions: (SQL | undefined)[];
  limit: number;
  after?: Cursor | undefined;
  /** The last word may be the beginning of one. */
  typing?: boolean;
};

/** Found in the subject or the customer's name; found elsewhere. */
const ranks = { number: 3, title: 2, elsewhere: 1 } as const;

/** Of a common word a page is soon found among so many of the newest. */
const newest = 1_000;
/** Found so often among them, a page is sooner walked to than told by the index to be one of many. */
const oftenEnough = 3;
/** Up to so many found by the index are sorted; of more than that the newer ones are walked. */
const few = 2_000;
const walked = 20_000;

/** Whether there is anything that only the index of words can answer. */
export function needsIndex(query: SearchQuery): boolean {
  return query.words.length + query.from.length + query.to.length > 0 || query.hasAttachment;
}

/**
 * Those that hold all the words, best first: in the title before elsewhere, then the newest. When there is none, the
 * words that no ticket holds are taken for misspelt.
 */
export async function searchTickets(
  ctx: Context,
  query: SearchQuery,
  options: SearchOptions,
): Promise<Found> {
  ctx.must("ticket.read");
  const hits = await page(ctx, query, options);
  const typed = { hits, words: query.words, corrected: false };
  if (hits.length > 0 || options.after) return typed;
  const words = await correctWords(ctx, query.words, options);
  if (!words) return typed;
  const meant = await page(ctx, { ...query, words }, options);
  return meant.length > 0 ? { hits: meant, words, corrected: true } : typed;
}

async function page(ctx: Context, query: SearchQuery, options: SearchOptions): Promise<Hit[]> {
  const { typing, after, limit } = options;
  const fixed = [
    searchCondition(query.from, { place: "from" }),
    searchCondition(query.to, { place: "to" }),
    query.hasAttachment ? "'+attachment'" : null,
  ].filter((condition) => condition !== null);
  const anywhere = searchCondition(query.words, { typing: typing ?? false });
  const title = searchCondition(query.words, { typing: typing ?? false, place: "title" });
  // Words were typed, but none that a ticket could hold.
  if (query.words.length > 0 && anywhere === null && query.number === undefined) return [];
  if (anywhere === null && fixed.length === 0) return byNumber(ctx, query, options);

  const all = (condition: string | null) => [...fixed, condition].filter((part) => part !== null).join(" & ");
  const found = await byNumber(ctx, query, options);
  const steps = title
    ? [
        { rank: ranks.title, condition: all(title) },
        { rank: ranks.elsewhere, condition: all(`${anywhere} & !(${title})`) },
      ]
    : [{ rank: ranks.elsewhere, condition: all(anywhere) }];
  for (const { rank, condition } of steps) {
    if (found.length >= limit || (after?.rank !== undefined && after.rank < rank)) continue;
    const from = after?.rank === rank ? after : undefined;
    const hits = await hitsOf(ctx, condition, { ...options, after: from, limit: limit - found.length });
    found.push(
      ...hits.filter(({ id }) => !found.some((hit) => hit.id === id)).map((hit) => ({ ...hit, rank })),
    );
  }
  return found;
}

async function byNumber(
  ctx: Context,
  { number }: SearchQuery,
  { conditions, after }: SearchOptions,
): Promise<Hit[]> {
  if (number === undefined || after) return [];
  const { rows } = await ctx.db.execute<{ id: string; at: string }>(sql`
    select id, ${isoText(sql`last_message_at`)} as at from ${tickets}
    where ${and(sql`${tickets.number} = ${number}`, ...conditions)}`);
  return rows.map((row) => ({ ...row, rank: ranks.number }));
}

type Step = { id: string; at: string };

async function hitsOf(ctx: Context, condition: string, options: SearchOptions): Promise<Step[]> {
  const held = sql`terms @@ ${condition}::tsquery`;
  const beyond = options.after
    ? sql`and (s.at, s.ticket_id) < (${options.after.at}::timestamptz, ${options.after.id}::uuid)`
    : sql``;
  const rest = and(...options.conditions);
  const select = sql`select s.ticket_id as id, ${isoText(sql`s.at`)} as at`;
  const joined = rest ? sql`join ${tickets} on ${tickets.id} = s.ticket_id and ${rest}` : sql``;
  const order = sql`order by s.at desc, s.ticket_id desc limit ${options.limit}`;

  const walk = async (howMany: number) =>
    (
      await ctx.db.execute<Step>(sql`
    ${select} from (
      select * from ${ticketSearch} s where true ${beyond} order by s.at desc, s.ticket_id desc limit ${howMany}
    ) s ${joined} where s.${held} ${order}`)
    ).rows;
  const soon = await walk(newest);
  if (soon.length === options.limit) return soon;

  if (soon.length < oftenEnough) {
    // Materialized, so that the limit outside does not talk the planner into reading the whole table for a word that is rare;
    // sorted before the tickets are read, so that no more of them are read than a page holds.
    const rare = await ctx.db.execute<Step & { many: boolean }>(sql`
    with held as materialized (select ticket_id, at from ${ticketSearch} where ${held}),
    first as (select * from held limit ${few + 1}),
    sorted as (select * from first s where true ${beyond} order by at desc, ticket_id desc offset 0),
    page as (${select} from sorted s ${joined} ${order})
    select page.*, false as many from page where (select count(*) from first) <= ${few}
    union all select null, null, true where (select count(*) from first) > ${few}`);
    if (!rare.rows.some(({ many }) => many)) return rare.rows.map(({ id, at }) => ({ id, at }));
  }
  const found = await walk(walked);
  if (found.length === options.limit) return found;
  // Many, but hardly any of them new, or few that the other conditions let through.
  const whole = await ctx.db.execute<Step>(sql`
    with held as materialized (select ticket_id, at from ${ticketSearch} where ${held})
    ${select} from held s ${joined} where true ${beyond} ${order}`);
  return whole.rows;
}

const isoText = (at: SQL): SQL => sql`to_char(${at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
