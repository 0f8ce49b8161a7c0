import { sql } from "drizzle-orm";
import type { Db } from "#db/client.ts";
import { type SearchableTicket, termsOfTicket } from "#lib/domain/search/ticket-terms.ts";

/** Of one ticket: the newest messages, and of each so much. What is beyond is found by nobody anyway. */
const mostMessages = 300;
const mostCharacters = 20_000;

/**
 * Writes what these tickets are found by: the one place that does. Verbs need not call it: `transact` does before it
 * commits, for every ticket whose words changed.
 */
export async function refreshSearch(tx: Db, ticketIds: readonly string[]): Promise<void> {
  if (ticketIds.length === 0) return;
  for (const { id, ...ticket } of await readWords(tx, ticketIds)) {
    const terms = termsOfTicket(ticket);
    await tx.execute(sql`
      insert into ticket_search as s (ticket_id, terms, at)
      select id, array_to_tsvector(${sql.param(terms)}::text[]), last_message_at from tickets where id = ${id}
      on conflict (ticket_id) do update
      set terms = excluded.terms, at = excluded.at, is_learned = s.is_learned and s.terms = excluded.terms`);
  }
}

type Words = { id: string } & SearchableTicket;

/** All words of these tickets, in one query; also what the vocabulary is learned from. */
export async function readWords(tx: Db, ticketIds: readonly string[]): Promise<Words[]> {
  const { rows } = await tx.execute<Words>(sql`
    select t.id, t.subject, t.tags,
      coalesce((select array_agg(body) from (
        select left(m.body, ${mostCharacters}) as body from messages m where m.ticket_id = t.id
        order by m.created_at desc limit ${mostMessages}) said), '{}') as bodies,
      array_remove(array[c.name] || array(
        select distinct m.from_name from messages m where m.ticket_id = t.id and m.author_kind = 'customer'), '') as names,
      array(select a.address from customer_addresses a where a.customer_id = t.customer_id
        union select m.from_address from messages m
          where m.ticket_id = t.id and m.author_kind = 'customer' and m.from_address is not null) as addresses,
      array(select b.address from mailboxes b where b.id = t.mailbox_id
        union select p.address from ticket_participants p where p.ticket_id = t.id and p.kind = 'cc') as recipients,
      array(select f.name from attachments f join messages m on m.id = f.message_id
        where m.ticket_id = t.id and not f.inline limit 200) as files
    from tickets t join customers c on c.id = t.customer_id
    where t.id = any(${sql.param(ticketIds)}::uuid[])`);
  return rows;
}
