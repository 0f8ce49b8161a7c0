CREATE TABLE "calendar_versions" (
	"calendar_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"value" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "calendar_versions_calendar_id_version_pk" PRIMARY KEY("calendar_id","version")
);
--> statement-breakpoint
CREATE TABLE "sla_policy_versions" (
	"policy_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"value" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sla_policy_versions_policy_id_version_pk" PRIMARY KEY("policy_id","version")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agent_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"clock" text,
	"cause_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "webhook_deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"event" text NOT NULL,
	"cause_id" text NOT NULL,
	"ticket_id" uuid,
	"body" jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text,
	"sent_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhook_deliveries_url_length" CHECK (char_length("webhook_deliveries"."url") <= 2000)
);
--> statement-breakpoint
ALTER TABLE "calendars" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "queues" ADD COLUMN "order" text DEFAULT 'priority' NOT NULL;--> statement-breakpoint
ALTER TABLE "sla_policies" ADD COLUMN "actions" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "sla_policies" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "agents" ADD COLUMN "back_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "queue_pinned" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "not_agent_ids" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "assigned_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "route_retry_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "manager_told_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once" ON "notices" USING btree ("agent_id","cause_id");--> statement-breakpoint
CREATE INDEX "notices_of_agent" ON "notices" USING btree ("agent_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_deliveries_once" ON "webhook_deliveries" USING btree ("url","cause_id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_newest" ON "webhook_deliveries" USING btree ("created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "tickets_without_person" ON "tickets" USING btree ("waiting_since") WHERE assignee_id is null and status in ('new', 'open') and waiting_since is not null;--> statement-breakpoint
CREATE INDEX "tickets_solved_by" ON "tickets" USING btree ("category_id","assignee_id") WHERE status in ('solved', 'closed');--> statement-breakpoint
CREATE INDEX "tickets_manager_told" ON "tickets" USING btree ("manager_told_at") WHERE manager_told_at is not null;--> statement-breakpoint
-- Whatever writes a calendar or a policy: what clocks are measured by is kept, version by version.
create function count_calendar_version() returns trigger language plpgsql as $$
begin
  if (new.time_zone, new.spans, new.holidays, new.always)
     is distinct from (old.time_zone, old.spans, old.holidays, old.always) then
    new.version := old.version + 1;
  else
    new.version := old.version;
  end if;
  return new;
end $$;
--> statement-breakpoint
create function keep_calendar_version() returns trigger language plpgsql as $$
begin
  insert into calendar_versions (calendar_id, version, value)
  values (new.id, new.version, jsonb_build_object(
    'timeZone', new.time_zone, 'spans', new.spans, 'holidays', new.holidays, 'always', new.always))
  on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger calendars_count_version before update on calendars
  for each row execute function count_calendar_version();
--> statement-breakpoint
create trigger calendars_keep_version after insert or update on calendars
  for each row execute function keep_calendar_version();
--> statement-breakpoint
create function count_policy_version() returns trigger language plpgsql as $$
begin
  if (new.targets, new.pauses_on, new.calendar_id, new.assistant_fulfils_next_reply, new.warn_at_percent)
     is distinct from
     (old.targets, old.pauses_on, old.calendar_id, old.assistant_fulfils_next_reply, old.warn_at_percent) then
    new.version := old.version + 1;
  else
    new.version := old.version;
  end if;
  return new;
end $$;
--> statement-breakpoint
create function keep_policy_version() returns trigger language plpgsql as $$
begin
  insert into sla_policy_versions (policy_id, version, value)
  values (new.id, new.version, jsonb_build_object(
    'id', new.id, 'name', new.name, 'conditions', new.conditions, 'targets', new.targets,
    'pausesOn', to_jsonb(new.pauses_on), 'calendarId', new.calendar_id,
    'assistantFulfilsNextReply', new.assistant_fulfils_next_reply, 'warnAtPercent', new.warn_at_percent))
  on conflict do nothing;
  return null;
end $$;
--> statement-breakpoint
create trigger sla_policies_count_version before update on sla_policies
  for each row execute function count_policy_version();
--> statement-breakpoint
create trigger sla_policies_keep_version after insert or update on sla_policies
  for each row execute function keep_policy_version();
--> statement-breakpoint
create trigger calendar_versions_append_only before update on calendar_versions
  for each row execute function refuse_change();
--> statement-breakpoint
create trigger sla_policy_versions_append_only before update on sla_policy_versions
  for each row execute function refuse_change();
--> statement-breakpoint
-- What is there already is version 1.
insert into calendar_versions (calendar_id, version, value)
  select id, version, jsonb_build_object('timeZone', time_zone, 'spans', spans, 'holidays', holidays, 'always', always)
  from calendars;
--> statement-breakpoint
insert into sla_policy_versions (policy_id, version, value)
  select id, version, jsonb_build_object(
    'id', id, 'name', name, 'conditions', conditions, 'targets', targets,
    'pausesOn', to_jsonb(pauses_on), 'calendarId', calendar_id,
    'assistantFulfilsNextReply', assistant_fulfils_next_reply, 'warnAtPercent', warn_at_percent)
  from sla_policies;
--> statement-breakpoint
update tickets set assigned_at = updated_at where assignee_id is not null and status not in ('solved', 'closed');
