-- Makes tickets of before findable, by the workers and in small steps.
insert into outbox (id, job, payload, run_at)
select gen_random_uuid(), 'search.fill', '{}', now() where exists (select from tickets);
