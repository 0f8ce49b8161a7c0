import { z } from "zod";
import type { RouteConditions } from "#lib/domain/routing/route.ts";
import type { TicketConditions } from "#lib/domain/sla/conditions.ts";
import { channels, priorities } from "#lib/domain/tickets/status.ts";
import { id, text } from "../input.ts";

const someIds = z.array(id()).max(200).optional();
const traits = {
  mailboxIds: someIds,
  queueIds: someIds,
  categoryIds: someIds,
  companyIds: someIds,
  customerIds: someIds,
  vip: z.boolean().optional(),
  languages: z
    .array(z.string().regex(/^[a-zA-Z]{2,8}(-[a-zA-Z0-9]{1,8})*$/))
    .max(50)
    .optional(),
  channels: z.array(z.enum(channels)).optional(),
  priorities: z.array(z.enum(priorities)).optional(),
  tags: z.array(text(64, 1)).max(100).optional(),
};

/** What policies look at. */
export const ticketConditions: z.ZodType<TicketConditions, TicketConditions> = z.strictObject(traits);

/** What routing rules look at: also what triage found. */
export const routeConditions: z.ZodType<RouteConditions, RouteConditions> = z.strictObject({
  ...traits,
  angerFrom: z.number().min(0).max(1).optional(),
  urgencies: z.array(z.enum(["low", "normal", "high", "urgent"])).optional(),
  complexities: z.array(z.enum(["simple", "standard", "complex"])).optional(),
});
