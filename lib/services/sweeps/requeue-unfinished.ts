import type { Context } from "../context.ts";
import { sweepAssistant } from "./sweep-assistant.ts";
import { sweepInbound } from "./sweep-inbound.ts";
import { sweepOutbound } from "./sweep-outbound.ts";

export type Requeued = { inbound: number; outbound: number; assistant: number; handedToPeople: number };

/**
 * Gives every unfinished row a new job: those whose time to look has come, or all of them when the queue has
 * forgotten. A second job for a row costs nothing, because handlers claim the row first.
 */
export async function requeueUnfinished(
  ctx: Context,
  { everything = false }: { everything?: boolean } = {},
): Promise<Requeued> {
  const inbound = await sweepInbound(ctx, { everything });
  const outbound = await sweepOutbound(ctx, { everything });
  const { requeued, handedToPeople } = await sweepAssistant(ctx, { everything });
  return { inbound, outbound, assistant: requeued, handedToPeople };
}
