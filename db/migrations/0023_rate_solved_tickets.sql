CREATE TABLE "ratings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"ticket_id" uuid NOT NULL,
	"solved_at" timestamp (3) with time zone NOT NULL,
	"answered_by" text,
	"agent_id" uuid,
	"ask_at" timestamp (3) with time zone,
	"asked_at" timestamp (3) with time zone,
	"not_asked" text,
	"score" text,
	"comment" text DEFAULT '' NOT NULL,
	"rated_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ratings_score" CHECK ("ratings"."score" in ('good', 'bad')),
	CONSTRAINT "ratings_answered_by" CHECK ("ratings"."answered_by" in ('agent', 'assistant')),
	CONSTRAINT "ratings_comment_length" CHECK (char_length("ratings"."comment") <= 2000)
);
--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ratings" ADD CONSTRAINT "ratings_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "ratings_of_solving" ON "ratings" USING btree ("ticket_id","solved_at");--> statement-breakpoint
CREATE INDEX "ratings_due" ON "ratings" USING btree ("ask_at") WHERE ask_at is not null;--> statement-breakpoint
CREATE INDEX "ratings_by_asked" ON "ratings" USING btree ("asked_at") WHERE asked_at is not null;--> statement-breakpoint
CREATE INDEX "ratings_by_rated" ON "ratings" USING btree ("rated_at","id") WHERE rated_at is not null;