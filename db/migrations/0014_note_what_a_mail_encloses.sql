ALTER TABLE "messages" ADD COLUMN "enclosed" jsonb;--> statement-breakpoint
CREATE INDEX "outbound_emails_reports" ON "outbound_emails" USING gin ("reports") WHERE reports <> '[]'::jsonb;