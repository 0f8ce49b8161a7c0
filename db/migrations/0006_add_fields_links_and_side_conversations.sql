CREATE TABLE "ticket_field_values" (
	"ticket_id" uuid NOT NULL,
	"field_id" uuid NOT NULL,
	"text" text,
	"number" double precision,
	"date" date,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "ticket_field_values_ticket_id_field_id_pk" PRIMARY KEY("ticket_id","field_id"),
	CONSTRAINT "ticket_field_values_text_length" CHECK (char_length("ticket_field_values"."text") <= 1000)
);
--> statement-breakpoint
CREATE TABLE "ticket_fields" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"name" jsonb NOT NULL,
	"kind" text NOT NULL,
	"choices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"required_on_solve" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ticket_fields_key_unique" UNIQUE("key"),
	CONSTRAINT "ticket_fields_key_length" CHECK (char_length("ticket_fields"."key") <= 64),
	CONSTRAINT "ticket_fields_kind" CHECK ("ticket_fields"."kind" in ('text', 'number', 'date', 'choice'))
);
--> statement-breakpoint
CREATE TABLE "customer_merges" (
	"id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"target_id" uuid NOT NULL,
	"agent_id" uuid,
	"moved" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "side_attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"message_id" uuid NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size_bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "side_conversations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" bigint GENERATED ALWAYS AS IDENTITY (sequence name "side_conversations_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"ticket_id" uuid NOT NULL,
	"subject" text NOT NULL,
	"people" jsonb NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"answered" boolean DEFAULT false NOT NULL,
	"started_by" uuid,
	"last_message_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "side_conversations_subject_length" CHECK (char_length("side_conversations"."subject") <= 500)
);
--> statement-breakpoint
CREATE TABLE "side_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"conversation_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"agent_id" uuid,
	"from_name" text DEFAULT '' NOT NULL,
	"from_address" text,
	"body" text NOT NULL,
	"trimmed" text DEFAULT '' NOT NULL,
	"message_id" text,
	"unverified" text,
	"auto_kind" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "side_messages_body_length" CHECK (char_length("side_messages"."body") <= 1000000)
);
--> statement-breakpoint
CREATE TABLE "incident_answer_tickets" (
	"answer_id" uuid NOT NULL,
	"ticket_id" uuid NOT NULL,
	"outcome" text DEFAULT 'waiting' NOT NULL,
	"message_id" uuid,
	CONSTRAINT "incident_answer_tickets_answer_id_ticket_id_pk" PRIMARY KEY("answer_id","ticket_id"),
	CONSTRAINT "incident_answer_tickets_outcome" CHECK ("incident_answer_tickets"."outcome" in ('waiting', 'answered', 'solved', 'not_solved', 'closed', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "incident_answers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"problem_id" uuid NOT NULL,
	"agent_id" uuid,
	"body" text,
	"status" text NOT NULL,
	"total" integer NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "incident_answers_body_length" CHECK (char_length("incident_answers"."body") <= 100000)
);
--> statement-breakpoint
CREATE TABLE "ticket_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "ticket_links_two_ends" CHECK (from_id <> to_id),
	CONSTRAINT "ticket_links_kind" CHECK ("ticket_links"."kind" in ('relates', 'incident_of'))
);
--> statement-breakpoint
ALTER TABLE "outbound_emails" DROP CONSTRAINT "outbound_emails_kind";--> statement-breakpoint
ALTER TABLE "outbound_emails" ADD COLUMN "side_message_id" uuid;--> statement-breakpoint
ALTER TABLE "ticket_field_values" ADD CONSTRAINT "ticket_field_values_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_field_values" ADD CONSTRAINT "ticket_field_values_field_id_ticket_fields_id_fk" FOREIGN KEY ("field_id") REFERENCES "public"."ticket_fields"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_merges" ADD CONSTRAINT "customer_merges_source_id_customers_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_merges" ADD CONSTRAINT "customer_merges_target_id_customers_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_merges" ADD CONSTRAINT "customer_merges_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "side_attachments" ADD CONSTRAINT "side_attachments_message_id_side_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."side_messages"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "side_conversations" ADD CONSTRAINT "side_conversations_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "side_conversations" ADD CONSTRAINT "side_conversations_started_by_agents_id_fk" FOREIGN KEY ("started_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "side_messages" ADD CONSTRAINT "side_messages_conversation_id_side_conversations_id_fk" FOREIGN KEY ("conversation_id") REFERENCES "public"."side_conversations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "side_messages" ADD CONSTRAINT "side_messages_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_answer_tickets" ADD CONSTRAINT "incident_answer_tickets_answer_id_incident_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."incident_answers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_answer_tickets" ADD CONSTRAINT "incident_answer_tickets_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_answer_tickets" ADD CONSTRAINT "incident_answer_tickets_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_answers" ADD CONSTRAINT "incident_answers_problem_id_tickets_id_fk" FOREIGN KEY ("problem_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incident_answers" ADD CONSTRAINT "incident_answers_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_links" ADD CONSTRAINT "ticket_links_from_id_tickets_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ticket_links" ADD CONSTRAINT "ticket_links_to_id_tickets_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "field_values_text" ON "ticket_field_values" USING btree ("field_id","text","ticket_id");--> statement-breakpoint
CREATE INDEX "field_values_number" ON "ticket_field_values" USING btree ("field_id","number","ticket_id");--> statement-breakpoint
CREATE INDEX "field_values_date" ON "ticket_field_values" USING btree ("field_id","date","ticket_id");--> statement-breakpoint
CREATE INDEX "customer_merges_of_source" ON "customer_merges" USING btree ("source_id");--> statement-breakpoint
CREATE INDEX "customer_merges_of_target" ON "customer_merges" USING btree ("target_id");--> statement-breakpoint
CREATE INDEX "side_attachments_of_message" ON "side_attachments" USING btree ("message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "side_conversations_number" ON "side_conversations" USING btree ("number");--> statement-breakpoint
CREATE INDEX "side_conversations_of_ticket" ON "side_conversations" USING btree ("ticket_id","created_at");--> statement-breakpoint
CREATE INDEX "side_messages_of_conversation" ON "side_messages" USING btree ("conversation_id","created_at","id");--> statement-breakpoint
CREATE INDEX "side_messages_message_id" ON "side_messages" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "incident_answer_tickets_waiting" ON "incident_answer_tickets" USING btree ("answer_id","ticket_id") WHERE outcome = 'waiting';--> statement-breakpoint
CREATE INDEX "incident_answers_of_problem" ON "incident_answers" USING btree ("problem_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_links_once" ON "ticket_links" USING btree ("kind","from_id","to_id");--> statement-breakpoint
CREATE UNIQUE INDEX "ticket_links_one_problem" ON "ticket_links" USING btree ("from_id") WHERE kind = 'incident_of';--> statement-breakpoint
CREATE INDEX "ticket_links_to" ON "ticket_links" USING btree ("to_id","kind");--> statement-breakpoint
ALTER TABLE "outbound_emails" ADD CONSTRAINT "outbound_emails_side_message_id_side_messages_id_fk" FOREIGN KEY ("side_message_id") REFERENCES "public"."side_messages"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "outbound_emails_of_side_message" ON "outbound_emails" USING btree ("side_message_id") WHERE side_message_id is not null;--> statement-breakpoint
ALTER TABLE "outbound_emails" ADD CONSTRAINT "outbound_emails_kind" CHECK ("outbound_emails"."kind" in ('agent', 'auto', 'notice', 'campaign', 'side'));