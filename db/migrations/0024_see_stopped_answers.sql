DROP INDEX "incident_answers_of_problem";--> statement-breakpoint
ALTER TABLE "incident_answers" ADD COLUMN "moved_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "incident_answers_of_problem" ON "incident_answers" USING btree ("problem_id","created_at");