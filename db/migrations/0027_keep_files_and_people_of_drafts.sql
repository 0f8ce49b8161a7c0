ALTER TABLE "drafts" ADD COLUMN "files" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "recipients" jsonb;--> statement-breakpoint
ALTER TABLE "drafts" ADD COLUMN "grew_from_id" uuid;