import { eq, sql } from "drizzle-orm";
import { z } from "zod";
import { agents, categories, queues } from "#db/schema/index.ts";
import { priorities } from "#lib/domain/tickets/status.ts";
import type { Context } from "../context.ts";
import { invalid } from "../errors.ts";
import { text } from "../input.ts";
import { changeTicket } from "./change-ticket.ts";
import { fieldChanges } from "./set-fields.ts";
import type { Ticket } from "./ticket-rows.ts";

/** A change as the outside writes it: queue and category by key, people by address. */
export const TicketPatch = z
  .strictObject({
    version: z.int().optional(),
    status: z.enum(["open", "pending", "on_hold", "solved"]).optional(),
    priority: z.enum(priorities).optional(),
    queue: z.string().max(64).nullable().optional(),
    category: z.string().max(64).nullable().optional(),
    assignee: z.string().max(320).nullable().optional(),
    subject: text(500, 1).optional(),
    tags: z.array(text(50, 1)).max(50).optional(),
    isSpam: z.boolean().optional(),
    fields: fieldChanges().optional(),
  })
  .refine((patch) => Object.keys(patch).some((key) => key !== "version"), "Nothing to change.");

export async function changeTicketByNames(
  ctx: Context,
  ticketId: string,
  patch: z.output<typeof TicketPatch>,
): Promise<Ticket> {
  ctx.must("ticket.update");
  const { queue, category, assignee, ...rest } = patch;
  return changeTicket(ctx, {
    ticketId,
    ...rest,
    ...(queue !== undefined && { queueId: queue && (await queueId(ctx, queue)) }),
    ...(category !== undefined && { categoryId: category && (await categoryId(ctx, category)) }),
    ...(assignee !== undefined && { assigneeId: assignee && (await agentId(ctx, assignee)) }),
  });
}

async function queueId(ctx: Context, key: string): Promise<string> {
  const [row] = await ctx.db.select({ id: queues.id }).from(queues).where(eq(queues.key, key));
  return row?.id ?? unknown("queue");
}

async function categoryId(ctx: Context, key: string): Promise<string> {
  const [row] = await ctx.db.select({ id: categories.id }).from(categories).where(eq(categories.key, key));
  return row?.id ?? unknown("category");
}

async function agentId(ctx: Context, email: string): Promise<string> {
  const [row] = await ctx.db
    .select({ id: agents.id })
    .from(agents)
    .where(sql`lower(${agents.email}) = ${email.toLowerCase()} and ${agents.active}`);
  return row?.id ?? unknown("assignee");
}

function unknown(field: string): never {
  throw invalid(`There is no such ${field}.`, { [field]: `There is no such ${field}.` });
}
