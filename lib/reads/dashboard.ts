import { asc, eq, sql } from "drizzle-orm";
import { z } from "zod";
import { agents, categories, mailboxes, queues } from "#db/schema/index.ts";
import { assistantOutcomes, type OutcomeStage, outcomeStages } from "#lib/metrics/assistant-outcomes.ts";
import { attainmentByDay, type DayAttainment } from "#lib/metrics/attainment-by-day.ts";
import { backlogByQueue, type QueueBacklog } from "#lib/metrics/backlog-by-queue.ts";
import { breachedTickets } from "#lib/metrics/breached-tickets.ts";
import { type CountedTickets, countTickets, type Share } from "#lib/metrics/count-tickets.ts";
import {
  answeredByAssistant,
  answeredByPerson,
  firstReplyByAssistant,
  firstReplyByPerson,
  type ReplyTime,
} from "#lib/metrics/first-reply.ts";
import { handedOffBecause, handOffReasons } from "#lib/metrics/hand-off-reasons.ts";
import { before, type MetricScope } from "#lib/metrics/metric-scope.ts";
import { openTickets } from "#lib/metrics/open-tickets.ts";
import { type QueueLoad, queueLoad } from "#lib/metrics/queue-load.ts";
import {
  ratedBad,
  ratedGood,
  ratedOfAsked,
  type SatisfactionLine,
  satisfactionByAnswerer,
} from "#lib/metrics/satisfaction.ts";
import type { Context } from "#lib/services/context.ts";

export const periods = [1, 7, 30, 90] as const;

const uuid = z.uuid().optional().catch(undefined);
/** What the address says. A value that means nothing counts as absent. */
export const DashboardFilter = z.object({
  days: z.coerce
    .number()
    .pipe(z.union(periods.map((days) => z.literal(days))))
    .catch(7),
  queue: uuid,
  category: uuid,
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .optional()
    .catch(undefined),
  agent: uuid,
  mailbox: uuid,
});
export type DashboardFilter = z.infer<typeof DashboardFilter>;

export function scopeOf(ctx: Context, filter: DashboardFilter): MetricScope {
  return {
    from: new Date(ctx.now.getTime() - filter.days * 86_400_000),
    to: ctx.now,
    now: ctx.now,
    queueId: filter.queue,
    categoryId: filter.category,
    language: filter.language,
    assigneeId: filter.agent,
    mailboxId: filter.mailbox,
  };
}

export type Compared<Figure> = { now: Figure; before: Figure };
export type Dashboard = {
  from: Date;
  to: Date;
  open: Compared<Share>;
  breached: Compared<Share>;
  person: Compared<ReplyTime>;
  assistant: Compared<ReplyTime>;
  resolved: Compared<Share>;
  outcomes: ({ stage: OutcomeStage } & Share)[];
  attainment: DayAttainment[];
  backlog: QueueBacklog[];
  handOffs: { reason: string; tickets: number }[];
  load: QueueLoad[];
  satisfaction: { good: Compared<Share>; asked: Share; lines: SatisfactionLine[] };
};

export async function readDashboard(
  ctx: Context,
  filter: DashboardFilter,
  timeZone: string,
): Promise<Dashboard> {
  ctx.must("report.read");
  const scope = scopeOf(ctx, filter);
  const earlier = before(scope);
  const compare = async (figure: CountedTickets): Promise<Compared<Share>> => {
    const [now, then] = await Promise.all([
      countTickets(ctx, scope, figure),
      countTickets(ctx, earlier, figure),
    ]);
    return { now, before: then };
  };
  const [open, breached, resolved, person, personBefore, assistant, assistantBefore] = await Promise.all([
    compare(openTickets),
    compare(breachedTickets),
    compare(assistantOutcomes.closed),
    firstReplyByPerson(ctx, scope),
    firstReplyByPerson(ctx, earlier),
    firstReplyByAssistant(ctx, scope),
    firstReplyByAssistant(ctx, earlier),
  ]);
  const [good, asked, lines] = await Promise.all([
    compare(ratedGood),
    countTickets(ctx, scope, ratedOfAsked),
    satisfactionByAnswerer(ctx, scope),
  ]);
  const [outcomes, attainment, backlog, handOffs, load] = await Promise.all([
    Promise.all(
      outcomeStages.map(async (stage) => ({
        stage,
        ...(await countTickets(ctx, scope, assistantOutcomes[stage])),
      })),
    ),
    attainmentByDay(ctx, scope, timeZone),
    backlogByQueue(ctx, scope),
    handOffReasons(ctx, scope),
    queueLoad(ctx),
  ]);
  return {
    from: scope.from,
    to: scope.to,
    open,
    breached,
    person: { now: person, before: personBefore },
    assistant: { now: assistant, before: assistantBefore },
    resolved,
    outcomes,
    attainment,
    backlog,
    handOffs,
    load,
    satisfaction: { good, asked, lines },
  };
}

/** The figure that a link on the dashboard names; null for a name that is none. */
export function figureNamed(name: string): CountedTickets | null {
  const stage = /^outcome\.(\w+)$/.exec(name)?.[1];
  if (stage)
    return outcomeStages.includes(stage as OutcomeStage) ? assistantOutcomes[stage as OutcomeStage] : null;
  const reason = /^handoff\.([a-z_]{1,40})$/.exec(name)?.[1];
  if (reason) return handedOffBecause(reason);
  const plain: Record<string, CountedTickets> = {
    open: openTickets,
    breached: breachedTickets,
    person: answeredByPerson,
    assistant: answeredByAssistant,
    resolved: assistantOutcomes.closed,
    "rated.good": ratedGood,
    "rated.bad": ratedBad,
    "rated.asked": ratedOfAsked,
  };
  return Object.hasOwn(plain, name) ? plain[name]! : null;
}

export type DashboardChoices = {
  queues: { id: string; name: { en: string; ko: string } }[];
  categories: { id: string; name: { en: string; ko: string } }[];
  agents: { id: string; name: string }[];
  mailboxes: { id: string; name: string }[];
  languages: string[];
};

export async function readDashboardChoices(ctx: Context): Promise<DashboardChoices> {
  ctx.must("report.read");
  const [lines, kinds, people, boxes, languages] = await Promise.all([
    ctx.db.select({ id: queues.id, name: queues.name }).from(queues).orderBy(asc(queues.position)),
    ctx.db
      .select({ id: categories.id, name: categories.name })
      .from(categories)
      .orderBy(asc(categories.position)),
    ctx.db
      .select({ id: agents.id, name: agents.name })
      .from(agents)
      .where(eq(agents.active, true))
      .orderBy(asc(agents.name)),
    ctx.db
      .select({ id: mailboxes.id, name: mailboxes.name })
      .from(mailboxes)
      .orderBy(asc(mailboxes.createdAt)),
    ctx.db.execute<{ language: string }>(sql`
      select language from tickets where language <> 'und' group by 1 order by count(*) desc limit 20`),
  ]);
  return {
    queues: lines,
    categories: kinds,
    agents: people,
    mailboxes: boxes,
    languages: languages.rows.map(({ language }) => language),
  };
}
