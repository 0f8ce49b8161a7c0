CREATE TABLE "notice_preferences" (
	"agent_id" uuid PRIMARY KEY NOT NULL,
	"mail" text[] DEFAULT '{}' NOT NULL,
	"digest_at" text,
	"quiet_from" text,
	"quiet_until" text,
	"digest_done_on" date
);
--> statement-breakpoint
CREATE TABLE "webhooks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "webhooks_name_length" CHECK (char_length("webhooks"."name") <= 100),
	CONSTRAINT "webhooks_url_length" CHECK (char_length("webhooks"."url") <= 2000)
);
--> statement-breakpoint
DROP INDEX "webhook_deliveries_once";--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "mail_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "mailed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD COLUMN "webhook_id" uuid;--> statement-breakpoint
ALTER TABLE "notice_preferences" ADD CONSTRAINT "notice_preferences_agent_id_agents_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."agents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "webhooks_name" ON "webhooks" USING btree ("name");--> statement-breakpoint
ALTER TABLE "webhook_deliveries" ADD CONSTRAINT "webhook_deliveries_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "webhook_deliveries_once" ON "webhook_deliveries" USING btree ("webhook_id","cause_id");--> statement-breakpoint
-- A call now names one of the desk's webhooks; an address alone had no secret of its own.
UPDATE "sla_policies" SET "actions" = (
	SELECT coalesce(jsonb_agg(rule), '[]'::jsonb) FROM jsonb_array_elements("actions") rule
	WHERE rule->'act'->>'kind' <> 'webhook'
) WHERE "actions" @> '[{"act": {"kind": "webhook"}}]';
