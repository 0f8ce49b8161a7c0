DROP INDEX "assistant_replays_of_ticket";--> statement-breakpoint
DROP INDEX "assistant_replays_newest";--> statement-breakpoint
DROP INDEX "customer_events_newest";--> statement-breakpoint
DROP INDEX "customer_orders_newest";--> statement-breakpoint
DROP INDEX "inbound_emails_newest";--> statement-breakpoint
DROP INDEX "outbound_emails_newest";--> statement-breakpoint
DROP INDEX "connection_tests_newest";--> statement-breakpoint
DROP INDEX "oauth_consents_newest";--> statement-breakpoint
DROP INDEX "notices_of_agent";--> statement-breakpoint
DROP INDEX "translations_of_ticket";--> statement-breakpoint
DROP INDEX "translations_newest";--> statement-breakpoint
DROP INDEX "assistant_examples_newest";--> statement-breakpoint
DROP INDEX "assistant_runs_newest";--> statement-breakpoint
DROP INDEX "webhook_deliveries_newest";--> statement-breakpoint
CREATE INDEX "customers_newest" ON "customers" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_of_webhook" ON "webhook_deliveries" USING btree ("webhook_id","created_at");--> statement-breakpoint
CREATE INDEX "assistant_replays_of_ticket" ON "assistant_replays" USING btree ("ticket_id","created_at");--> statement-breakpoint
CREATE INDEX "assistant_replays_newest" ON "assistant_replays" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "customer_events_newest" ON "customer_events" USING btree ("customer_id","at","id");--> statement-breakpoint
CREATE INDEX "customer_orders_newest" ON "customer_orders" USING btree ("customer_id","placed_at","id");--> statement-breakpoint
CREATE INDEX "inbound_emails_newest" ON "inbound_emails" USING btree ("accepted_at","id");--> statement-breakpoint
CREATE INDEX "outbound_emails_newest" ON "outbound_emails" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "connection_tests_newest" ON "connection_tests" USING btree ("mailbox_id","created_at");--> statement-breakpoint
CREATE INDEX "oauth_consents_newest" ON "oauth_consents" USING btree ("mailbox_id","created_at");--> statement-breakpoint
CREATE INDEX "notices_of_agent" ON "notices" USING btree ("agent_id","created_at","id");--> statement-breakpoint
CREATE INDEX "translations_of_ticket" ON "translations" USING btree ("ticket_id","created_at");--> statement-breakpoint
CREATE INDEX "translations_newest" ON "translations" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "assistant_examples_newest" ON "assistant_examples" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "assistant_runs_newest" ON "assistant_runs" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "webhook_deliveries_newest" ON "webhook_deliveries" USING btree ("created_at");