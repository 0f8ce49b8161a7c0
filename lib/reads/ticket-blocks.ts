import type { Context } from "#lib/services/context.ts";
import { ticketIdOf } from "./api/tickets.ts";
import {
  customerOf,
  type IdentityView,
  type OrdersView,
  type PastView,
  readIdentity,
  readOrders,
  readPast,
} from "./customer-blocks.ts";
import { type NextStepView, readNextStep } from "./next-step.ts";
import { readSatisfaction, type Satisfaction } from "./rating.ts";
import { readSideConversations, type SideView } from "./side-conversations.ts";
import { type LinksView, readLinks } from "./ticket-links.ts";

/** What stands beside the conversation and is fetched by itself, so that the conversation never waits for it. */
export interface TicketBlocks {
  customer: IdentityView;
  orders: OrdersView;
  past: PastView;
  satisfaction: Satisfaction;
  nextStep: { step: NextStepView | null };
  links: LinksView;
  side: SideView;
}
export type BlockName = keyof TicketBlocks;

const blocks: { [Name in BlockName]: (ctx: Context, ticketId: string) => Promise<TicketBlocks[Name]> } = {
  customer: readIdentity,
  orders: readOrders,
  past: readPast,
  satisfaction: async (ctx, ticketId) => readSatisfaction(ctx, await customerOf(ctx, ticketId)),
  nextStep: async (ctx, ticketId) => ({ step: await readNextStep(ctx, ticketId) }),
  links: readLinks,
  side: readSideConversations,
};

export const isBlock = (name: string): name is BlockName => Object.hasOwn(blocks, name);

/** Throws `not_found` for a number that is not there. */
export async function readBlock(ctx: Context, number: string, name: BlockName): Promise<unknown> {
  return blocks[name](ctx, await ticketIdOf(ctx, number));
}
