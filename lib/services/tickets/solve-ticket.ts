import { z } from "zod";
import { refreshClocks } from "../clocks/refresh-clocks.ts";
import type { Context } from "../context.ts";
import { id, parseInput } from "../input.ts";
import { transact } from "../transact.ts";
import { mustBeVersion, setStatus, type Ticket, ticketForUpdate } from "./ticket-rows.ts";

const SolveInput = z.strictObject({ ticketId: id(), version: z.int().optional() });

export async function solveTicket(ctx: Context, input: z.input<typeof SolveInput>): Promise<Ticket> {
  ctx.must("ticket.solve");
  const { ticketId, version } = parseInput(SolveInput, input);

  return transact(ctx, async (transaction) => {
    const ticket = await ticketForUpdate(transaction.tx, ticketId);
    mustBeVersion(ticket, version);
    const solved = await setStatus(transaction, ticket, "solved", { why: "by_hand" });
    await refreshClocks(transaction, solved.id);
    return solved;
  });
}
