CREATE TABLE "assistant_replays" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ticket_id" uuid NOT NULL,
	"message_id" uuid NOT NULL,
	"by" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"cost_usd" double precision DEFAULT 0 NOT NULL,
	"steps" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"requested_by" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "translations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ticket_id" uuid NOT NULL,
	"message_id" uuid,
	"direction" text NOT NULL,
	"to_language" text NOT NULL,
	"original" text NOT NULL,
	"translated" text,
	"state" text DEFAULT 'asked' NOT NULL,
	"requested_by" uuid,
	"model" text,
	"prompt_version" text,
	"outcome" text,
	"cost_usd" double precision DEFAULT 0 NOT NULL,
	"latency_ms" real DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "translations_original_length" CHECK (char_length("translations"."original") <= 20000),
	CONSTRAINT "translations_translated_length" CHECK (char_length("translations"."translated") <= 60000)
);
--> statement-breakpoint
ALTER TABLE "assistant_replays" ADD CONSTRAINT "assistant_replays_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistant_replays" ADD CONSTRAINT "assistant_replays_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assistant_replays" ADD CONSTRAINT "assistant_replays_requested_by_agents_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translations" ADD CONSTRAINT "translations_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translations" ADD CONSTRAINT "translations_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "translations" ADD CONSTRAINT "translations_requested_by_agents_id_fk" FOREIGN KEY ("requested_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assistant_replays_of_ticket" ON "assistant_replays" USING btree ("ticket_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "assistant_replays_newest" ON "assistant_replays" USING btree ("created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "translations_of_message" ON "translations" USING btree ("message_id","to_language") WHERE direction = 'in';--> statement-breakpoint
CREATE INDEX "translations_of_ticket" ON "translations" USING btree ("ticket_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "translations_newest" ON "translations" USING btree ("created_at" DESC NULLS LAST);