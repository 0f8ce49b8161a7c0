CREATE TABLE "imap_mails" (
	"mailbox_id" uuid NOT NULL,
	"folder" text NOT NULL,
	"uid_validity" bigint NOT NULL,
	"uid" bigint NOT NULL,
	"inbound_email_id" uuid NOT NULL,
	CONSTRAINT "imap_mails_mailbox_id_folder_uid_validity_uid_pk" PRIMARY KEY("mailbox_id","folder","uid_validity","uid")
);
--> statement-breakpoint
CREATE TABLE "oauth_consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mailbox_id" uuid NOT NULL,
	"session_id" uuid NOT NULL,
	"state_hash" text NOT NULL,
	"state" text DEFAULT 'asked' NOT NULL,
	"sealed" text,
	"error" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "oauth_consents_state_known" CHECK ("oauth_consents"."state" in ('asked', 'returned', 'granted', 'refused')),
	CONSTRAINT "oauth_consents_error_length" CHECK (char_length("oauth_consents"."error") <= 500)
);
--> statement-breakpoint
ALTER TABLE "mailbox_connections" DROP CONSTRAINT "mailbox_connections_auth";--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "ticket_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "imap_folders" ADD COLUMN "compared_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "imap_folders" ADD COLUMN "compare_wanted_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "imap_folders" ADD COLUMN "server_mails" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imap_folders" ADD COLUMN "missing_mails" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imap_folders" ADD COLUMN "backfilled_mails" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "imap_stumbles" ADD COLUMN "was_missing" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "mailbox_id" uuid;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "alarm" text;--> statement-breakpoint
ALTER TABLE "imap_mails" ADD CONSTRAINT "imap_mails_mailbox_id_mailboxes_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailboxes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imap_mails" ADD CONSTRAINT "imap_mails_inbound_email_id_inbound_emails_id_fk" FOREIGN KEY ("inbound_email_id") REFERENCES "public"."inbound_emails"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_consents" ADD CONSTRAINT "oauth_consents_mailbox_id_mailboxes_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailboxes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "oauth_consents" ADD CONSTRAINT "oauth_consents_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imap_mails_of_inbound_email" ON "imap_mails" USING btree ("inbound_email_id");--> statement-breakpoint
CREATE UNIQUE INDEX "oauth_consents_state" ON "oauth_consents" USING btree ("state_hash");--> statement-breakpoint
CREATE INDEX "oauth_consents_newest" ON "oauth_consents" USING btree ("mailbox_id","created_at" DESC NULLS LAST);--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_mailbox_id_mailboxes_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailboxes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_connections" ADD CONSTRAINT "mailbox_connections_auth" CHECK ("mailbox_connections"."auth" in ('password', 'google', 'microsoft', 'other'));