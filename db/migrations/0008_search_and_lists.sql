CREATE TABLE "bulk_change_tickets" (
	"bulk_change_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"outcome" text DEFAULT 'waiting' NOT NULL,
	"before" jsonb,
	"version_after" integer,
	"error" text,
	CONSTRAINT "bulk_change_tickets_bulk_change_id_ticket_id_pk" PRIMARY KEY("bulk_change_id","ticket_id"),
	CONSTRAINT "bulk_change_tickets_outcome" CHECK ("bulk_change_tickets"."outcome" in ('waiting', 'changed', 'unchanged', 'refused', 'undone', 'kept'))
);
--> statement-breakpoint
CREATE TABLE "bulk_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agent_id" uuid NOT NULL,
	"change" jsonb NOT NULL,
	"filter" jsonb,
	"state" text DEFAULT 'running' NOT NULL,
	"total" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "bulk_changes_state" CHECK ("bulk_changes"."state" in ('running', 'done', 'undoing', 'undone'))
);
--> statement-breakpoint
CREATE TABLE "message_mentions" (
	"message_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"agent_id" uuid NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"seen_at" timestamp (3) with time zone,
	CONSTRAINT "message_mentions_message_id_agent_id_pk" PRIMARY KEY("message_id","agent_id")
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agent_id" uuid,
	"name" text NOT NULL,
	"filter" jsonb NOT NULL,
	"columns" text[] NOT NULL,
	"position" smallint DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "saved_views_name_length" CHECK (char_length("saved_views"."name") <= 80)
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"letters" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ticket_search" (
	"ticket_id" uuid PRIMARY KEY NOT NULL,
	"terms" "tsvector" NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"is_learned" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
DROP INDEX "tickets_by_activity";--> statement-breakpoint
DROP INDEX "tickets_of_queue";--> statement-breakpoint
DROP INDEX "tickets_of_assignee";--> statement-breakpoint
DROP INDEX "tickets_of_customer";--> statement-breakpoint
DROP INDEX "tickets_by_assistant_state";--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "snoozed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "snoozed_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "trashed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "tickets" ADD COLUMN "lane" text GENERATED ALWAYS AS (case when merged_into_id is not null then 'merged' when trashed_at is not null then 'trash'
          when is_spam then 'spam' when status in ('solved', 'closed') then 'done'
          when snoozed_at is not null then 'snoozed' else 'inbox' end) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "bulk_change_tickets" ADD CONSTRAINT "bulk_change_tickets_bulk_change_id_bulk_changes_id_fk" FOREIGN KEY ("bulk_change_id") REFERENCES "public"."bulk_changes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_change_tickets" ADD CONSTRAINT "bulk_change_tickets_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulk_changes" ADD CONSTRAINT "bulk_changes_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_mentions" ADD CONSTRAINT "message_mentions_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_mentions" ADD CONSTRAINT "message_mentions_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_mentions" ADD CONSTRAINT "message_mentions_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_search" ADD CONSTRAINT "ticket_search_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bulk_change_waiting" ON "bulk_change_tickets" USING btree ("bulk_change_id","ticket_id") WHERE outcome = 'waiting';--> statement-breakpoint
CREATE INDEX "bulk_changes_of_ticket" ON "bulk_change_tickets" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "bulk_changes_of_agent" ON "bulk_changes" USING btree ("agent_id","created_at");--> statement-breakpoint
CREATE INDEX "mentions_of_agent" ON "message_mentions" USING btree ("agent_id","ticket_id");--> statement-breakpoint
CREATE INDEX "mentions_of_ticket" ON "message_mentions" USING btree ("ticket_id");--> statement-breakpoint
CREATE INDEX "views_of_agent" ON "saved_views" USING btree ("agent_id","position");--> statement-breakpoint
CREATE INDEX "search_words_alike" ON "search_words" USING gin ("letters" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "ticket_search_terms" ON "ticket_search" USING gin ("terms");--> statement-breakpoint
CREATE INDEX "ticket_search_newest" ON "ticket_search" USING btree ("at","ticket_id");--> statement-breakpoint
CREATE INDEX "ticket_search_unlearned" ON "ticket_search" USING btree ("ticket_id") WHERE not is_learned;--> statement-breakpoint
CREATE INDEX "tickets_of_lane" ON "tickets" USING btree ("lane","last_message_at","id");--> statement-breakpoint
CREATE INDEX "tickets_inbox_due" ON "tickets" USING btree (coalesce(next_due_at, 'infinity'),"id") WHERE lane = 'inbox';--> statement-breakpoint
CREATE INDEX "tickets_inbox_waiting" ON "tickets" USING btree (coalesce(waiting_since, 'infinity'),"id") WHERE lane = 'inbox';--> statement-breakpoint
CREATE INDEX "tickets_inbox_urgent" ON "tickets" USING btree ((case priority when 'urgent' then 0 when 'high' then 1 when 'normal' then 2 else 3 end),coalesce(waiting_since, 'infinity'),"id") WHERE lane = 'inbox';--> statement-breakpoint
CREATE INDEX "tickets_inbox_of_assignee" ON "tickets" USING btree ("assignee_id","last_message_at","id") WHERE lane = 'inbox';--> statement-breakpoint
CREATE INDEX "tickets_inbox_of_queue" ON "tickets" USING btree ("queue_id","last_message_at","id") WHERE lane = 'inbox';--> statement-breakpoint
CREATE INDEX "tickets_inbox_angry" ON "tickets" USING btree ("last_message_at","id") WHERE lane = 'inbox' and anger >= 0.5 and waiting_since is not null;--> statement-breakpoint
CREATE INDEX "tickets_inbox_held" ON "tickets" USING btree ("last_message_at","id") WHERE lane = 'inbox' and assistant_state = 'held';--> statement-breakpoint
CREATE INDEX "tickets_of_category" ON "tickets" USING btree ("category_id","last_message_at","id");--> statement-breakpoint
CREATE INDEX "tickets_tags" ON "tickets" USING gin ("tags") WHERE tags <> '{}';--> statement-breakpoint
CREATE INDEX "tickets_waking" ON "tickets" USING btree ("snoozed_until") WHERE snoozed_until is not null;--> statement-breakpoint
CREATE INDEX "tickets_trashed" ON "tickets" USING btree ("trashed_at") WHERE trashed_at is not null;--> statement-breakpoint
CREATE INDEX "tickets_by_activity" ON "tickets" USING btree ("status","last_message_at","id");--> statement-breakpoint
CREATE INDEX "tickets_of_queue" ON "tickets" USING btree ("queue_id","status","last_message_at","id");--> statement-breakpoint
CREATE INDEX "tickets_of_assignee" ON "tickets" USING btree ("assignee_id","status","last_message_at","id");--> statement-breakpoint
CREATE INDEX "tickets_of_customer" ON "tickets" USING btree ("customer_id","last_message_at");--> statement-breakpoint
CREATE INDEX "tickets_by_assistant_state" ON "tickets" USING btree ("assistant_state","last_message_at");