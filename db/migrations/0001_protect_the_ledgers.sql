-- Korean and English search both stand on trigrams.
create extension if not exists pg_trgm;
--> statement-breakpoint
-- The timeline only grows.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger ticket_events_append_only before update on ticket_events
  for each row execute function refuse_change();
--> statement-breakpoint
-- An audit row may be sealed once: only seq, prev_hash and hash, and only while they are empty.
create function refuse_audit_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.seq is null and new.seq is not null
     and (new.id, new.at, new.actor_kind, new.actor_id, new.action, new.target, new.data, new.created_at)
         is not distinct from
         (old.id, old.at, old.actor_kind, old.actor_id, old.action, old.target, old.data, old.created_at) then
    return new;
  end if;
  raise exception 'the audit is never changed or deleted' using errcode = 'insufficient_privilege';
end $$;
--> statement-breakpoint
create trigger audit_entries_append_only before update or delete on audit_entries
  for each row execute function refuse_audit_change();
--> statement-breakpoint
create trigger audit_entries_no_truncate before truncate on audit_entries
  for each statement execute function refuse_audit_change();
--> statement-breakpoint
-- Search: what people look for is in the subject, in the words of the messages and in names.
create index tickets_subject_trgm on tickets using gin (lower(subject) gin_trgm_ops);
--> statement-breakpoint
create index messages_body_trgm on messages using gin (lower(left(body, 20000)) gin_trgm_ops);
--> statement-breakpoint
create index customers_name_trgm on customers using gin (lower(name) gin_trgm_ops);
--> statement-breakpoint
-- Stable, read-only views for people who check the books.
create schema audit_v1;
--> statement-breakpoint
create view audit_v1.inbound as
  select i.id, i.door, i.sha256, i.content_key, i.message_id, i.accepted_at, i.state, i.reason,
         i.ticket_id, t.number as ticket_number, i.ticket_message_id, i.attempts, i.last_error, i.processed_at
  from inbound_emails i left join tickets t on t.id = i.ticket_id;
--> statement-breakpoint
create view audit_v1.message as
  select m.id, m.ticket_id, t.number as ticket_number, m.kind, m.author_kind, m.message_id, m.channel, m.created_at
  from messages m join tickets t on t.id = m.ticket_id;
--> statement-breakpoint
create view audit_v1.outbound as
  select o.id, o.ticket_id, t.number as ticket_number, o.cause_id, o.kind, o.message_id, o.state, o.attempts,
         o.created_at, o.sent_at, o.error
  from outbound_emails o left join tickets t on t.id = o.ticket_id;
--> statement-breakpoint
create view audit_v1.assistant_run as
  select r.id, r.ticket_id, r.message_id, r.step, r.model, r.attempt, r.outcome, r.applied, r.gates, r.cost_usd,
         r.latency_ms, r.created_at
  from assistant_runs r;
--> statement-breakpoint
create view audit_v1.sla as
  select c.ticket_id, t.number as ticket_number, c.kind, c.state, c.started_at, c.due_at, c.paused_seconds,
         c.met_at, c.breached_at, c.breach_notified_at
  from sla_clocks c join tickets t on t.id = c.ticket_id;
--> statement-breakpoint
create view audit_v1.audit as
  select seq, at, actor_kind, actor_id, action, target, data, prev_hash, hash from audit_entries where seq is not null;
