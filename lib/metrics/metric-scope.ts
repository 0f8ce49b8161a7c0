import { type SQL, sql } from "drizzle-orm";

/** What a figure is counted over. Both ends are instants; `to` is not in it. */
export type MetricScope = {
  from: Date;
  to: Date;
  /** The instant of asking: what is open is open now. */
  now: Date;
  queueId?: string;
  categoryId?: string;
  /** BCP 47, exact. */
  language?: string;
  assigneeId?: string;
  mailboxId?: string;
};

/** The same stretch before. */
export function before(scope: MetricScope): MetricScope {
  const length = scope.to.getTime() - scope.from.getTime();
  return { ...scope, from: new Date(scope.from.getTime() - length), to: scope.from, now: scope.from };
}

/** An instant as SQL. */
export const at = (instant: Date): SQL => sql`${instant.toISOString()}::timestamptz`;

/** Tickets `t` that count at all, narrowed by the scope's filters. */
export function counts(scope: MetricScope): SQL {
  const wanted = [sql`not t.is_spam and t.trashed_at is null and t.merged_into_id is null`];
  if (scope.queueId) wanted.push(sql`t.queue_id = ${scope.queueId}`);
  if (scope.categoryId) wanted.push(sql`t.category_id = ${scope.categoryId}`);
  if (scope.language) wanted.push(sql`t.language = ${scope.language}`);
  if (scope.assigneeId) wanted.push(sql`t.assignee_id = ${scope.assigneeId}`);
  if (scope.mailboxId) wanted.push(sql`t.mailbox_id = ${scope.mailboxId}`);
  return sql.join(wanted, sql` and `);
}

/** Created within the scope. */
export const created = (scope: MetricScope): SQL =>
  sql`t.created_at >= ${at(scope.from)} and t.created_at < ${at(scope.to)}`;

/** An event of type `type` on ticket `t`, with more to ask of it as `e`. */
export const event = (type: string, more: SQL = sql`true`): SQL =>
  sql`exists (select 1 from ticket_events e where e.ticket_id = t.id and e.type = ${type} and ${more})`;
