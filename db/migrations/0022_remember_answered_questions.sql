CREATE TABLE "answered_questions" (
	"ticket_id" uuid PRIMARY KEY NOT NULL,
	"question" text NOT NULL,
	"language" text NOT NULL,
	"article_id" uuid,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "answered_questions_question_length" CHECK (char_length("answered_questions"."question") <= 2000)
);
--> statement-breakpoint
ALTER TABLE "assistant_models" ADD COLUMN "calibrator" jsonb;--> statement-breakpoint
ALTER TABLE "answered_questions" ADD CONSTRAINT "answered_questions_ticket_id_tickets_id_fk" FOREIGN KEY ("ticket_id") REFERENCES "public"."tickets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answered_questions" ADD CONSTRAINT "answered_questions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answered_questions_of_article" ON "answered_questions" USING btree ("article_id","at");--> statement-breakpoint
CREATE INDEX "answered_questions_newest" ON "answered_questions" USING btree ("at");