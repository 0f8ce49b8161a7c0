CREATE TABLE "assistant_models" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"learnt_from" text NOT NULL,
	"bytes" "bytea" NOT NULL,
	"labels" text[] NOT NULL,
	"metrics" jsonb NOT NULL,
	"in_use" boolean DEFAULT false NOT NULL,
	"chosen_at" timestamp (3) with time zone,
	"chosen_by" uuid,
	"trained_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "assistant_models_version_unique" UNIQUE("version"),
	CONSTRAINT "assistant_models_learnt_from_unique" UNIQUE("learnt_from"),
	CONSTRAINT "assistant_models_learnt_from_length" CHECK (char_length("assistant_models"."learnt_from") <= 100)
);
--> statement-breakpoint
ALTER TABLE "categories" ADD COLUMN "topics" text[];--> statement-breakpoint
ALTER TABLE "assistant_models" ADD CONSTRAINT "assistant_models_chosen_by_agents_id_fk" FOREIGN KEY ("chosen_by") REFERENCES "public"."agents"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assistant_models_in_use" ON "assistant_models" USING btree ("in_use") WHERE in_use;