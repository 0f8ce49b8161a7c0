ALTER TABLE "sla_clocks" DROP CONSTRAINT "sla_clocks_policy_id_sla_policies_id_fk";
--> statement-breakpoint
ALTER TABLE "sla_clocks" DROP CONSTRAINT "sla_clocks_calendar_id_calendars_id_fk";
