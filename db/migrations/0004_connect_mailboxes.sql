CREATE TABLE "connection_tests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"mailbox_id" uuid NOT NULL,
	"direction" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"result" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "connection_tests_state" CHECK ("connection_tests"."state" in ('pending', 'passed', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "imap_folders" (
	"mailbox_id" uuid NOT NULL,
	"folder" text NOT NULL,
	"uid_validity" bigint NOT NULL,
	"last_uid" bigint NOT NULL,
	"checked_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "imap_folders_mailbox_id_folder_pk" PRIMARY KEY("mailbox_id","folder")
);
--> statement-breakpoint
CREATE TABLE "imap_stumbles" (
	"mailbox_id" uuid NOT NULL,
	"folder" text NOT NULL,
	"uid_validity" bigint NOT NULL,
	"uid" bigint NOT NULL,
	"attempts" integer NOT NULL,
	"last_error" text NOT NULL,
	"quarantined_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "imap_stumbles_mailbox_id_folder_uid_validity_uid_pk" PRIMARY KEY("mailbox_id","folder","uid_validity","uid")
);
--> statement-breakpoint
CREATE TABLE "mailbox_connections" (
	"mailbox_id" uuid PRIMARY KEY NOT NULL,
	"imap" jsonb,
	"smtp" jsonb,
	"auth" text DEFAULT 'password' NOT NULL,
	"oauth" jsonb,
	"secrets" text,
	"access_token_ends_at" timestamp (3) with time zone,
	"refresh_token_ends_at" timestamp (3) with time zone,
	"token_error" text,
	"authserv_ids" text[] DEFAULT '{}' NOT NULL,
	"trusted_sealers" text[] DEFAULT '{}' NOT NULL,
	"dkim_selector" text,
	"dkim_public_key" text,
	"dkim_private_key" text,
	"since" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone,
	"failing_since" timestamp (3) with time zone,
	"last_error" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "mailbox_connections_auth" CHECK ("mailbox_connections"."auth" in ('password', 'google', 'microsoft')),
	CONSTRAINT "mailbox_connections_error_length" CHECK (char_length("mailbox_connections"."last_error") <= 2000)
);
--> statement-breakpoint
ALTER TABLE "inbound_emails" ADD COLUMN "copy_key" text;--> statement-breakpoint
ALTER TABLE "connection_tests" ADD CONSTRAINT "connection_tests_mailbox_id_mailboxes_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailboxes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imap_folders" ADD CONSTRAINT "imap_folders_mailbox_id_mailboxes_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailboxes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imap_stumbles" ADD CONSTRAINT "imap_stumbles_mailbox_id_mailboxes_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailboxes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_connections" ADD CONSTRAINT "mailbox_connections_mailbox_id_mailboxes_id_fk" FOREIGN KEY ("mailbox_id") REFERENCES "public"."mailboxes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "connection_tests_newest" ON "connection_tests" USING btree ("mailbox_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_emails_copy_key" ON "inbound_emails" USING btree ("copy_key");