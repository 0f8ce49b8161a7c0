CREATE TABLE "customer_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_events_external_id_length" CHECK (char_length("customer_events"."external_id") <= 300),
	CONSTRAINT "customer_events_kind_length" CHECK (char_length("customer_events"."kind") <= 100)
);
--> statement-breakpoint
CREATE TABLE "customer_orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"number" text NOT NULL,
	"status" text NOT NULL,
	"placed_at" timestamp (3) with time zone NOT NULL,
	"expected_at" timestamp (3) with time zone,
	"delivered_at" timestamp (3) with time zone,
	"currency" text,
	"total_minor" bigint,
	"items" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"tracking" jsonb,
	"updated_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_orders_external_id_unique" UNIQUE("external_id"),
	CONSTRAINT "customer_orders_status" CHECK ("customer_orders"."status" in ('placed', 'paid', 'preparing', 'shipped', 'delivered', 'cancelled', 'returned', 'refunded')),
	CONSTRAINT "customer_orders_external_id_length" CHECK (char_length("customer_orders"."external_id") <= 200),
	CONSTRAINT "customer_orders_number_length" CHECK (char_length("customer_orders"."number") <= 100),
	CONSTRAINT "customer_orders_currency_length" CHECK (char_length("customer_orders"."currency") <= 3)
);
--> statement-breakpoint
ALTER TABLE "customer_events" ADD CONSTRAINT "customer_events_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_orders" ADD CONSTRAINT "customer_orders_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "customer_events_external_id" ON "customer_events" USING btree ("customer_id","external_id");--> statement-breakpoint
CREATE INDEX "customer_events_newest" ON "customer_events" USING btree ("customer_id","at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "customer_orders_newest" ON "customer_orders" USING btree ("customer_id","placed_at" DESC NULLS LAST,"id" DESC NULLS LAST);