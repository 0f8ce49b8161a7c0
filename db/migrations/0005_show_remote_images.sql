CREATE TABLE "remote_images" (
	"id" uuid PRIMARY KEY NOT NULL,
	"url" text NOT NULL,
	"state" text DEFAULT 'pending' NOT NULL,
	"reason" text,
	"type" text,
	"sha256" text,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"fetched_at" timestamp (3) with time zone,
	CONSTRAINT "remote_images_url_length" CHECK (char_length("remote_images"."url") <= 2000)
);
--> statement-breakpoint
ALTER TABLE "outbound_emails" ADD COLUMN "reports" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "remote_images" ADD CONSTRAINT "remote_images_sha256_blobs_sha256_fk" FOREIGN KEY ("sha256") REFERENCES "public"."blobs"("sha256") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "remote_images_url" ON "remote_images" USING btree ("url");