create or replace view audit_v1.sla as
  select c.ticket_id, t.number as ticket_number, c.kind, c.state, c.started_at, c.due_at, c.paused_seconds,
         c.met_at, c.breached_at, c.breach_notified_at, c.assistant_first_reply_at
  from sla_clocks c join tickets t on t.id = c.ticket_id;
