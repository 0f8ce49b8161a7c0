import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ticketExists } from "#lib/reads/ticket-exists.ts";
import { askedTicket } from "../../_server/asked-ticket.ts";
import { currentTicket } from "../../_server/current-ticket.ts";
import { requireAgent } from "../../_server/session.ts";
import { FirstStepsBanner } from "./first-steps.tsx";

/** Outside the loading boundary, so that a ticket that is not there still answers 404. */
export default async function InboxLayout({ children }: { children: ReactNode }) {
  const [ctx, number] = await Promise.all([requireAgent(), askedTicket()]);
  if (number !== null) {
    // The page asks for it as well, and it need not wait until the ticket is known to be there.
    void currentTicket(number).catch(() => {});
    if (!(await ticketExists(ctx, number))) notFound();
    return children;
  }
  return (
    <div className="flex h-full min-h-0 flex-col">
      <FirstStepsBanner />
      <div className="min-h-0 flex-1">{children}</div>
    </div>
  );
}
