import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ticketExists } from "#lib/reads/ticket-exists.ts";
import { askedTicket } from "../../_server/asked-ticket.ts";
import { currentTicket } from "../../_server/current-ticket.ts";
import { requireAgent } from "../../_server/session.ts";

/**
 * Outside the loading boundary, so that a ticket that is not there still answers 404. It adds nothing around the page: a
 * click from the list to a ticket keeps this layout and a refresh reads it anew, and what differed between the two would
 * take the page down, with the words that are being written.
 */
export default async function InboxLayout({ children }: { children: ReactNode }) {
  const [ctx, number] = await Promise.all([requireAgent(), askedTicket()]);
  if (number !== null) {
    // The page asks for it as well, and it need not wait until the ticket is known to be there.
    void currentTicket(number).catch(() => {});
    if (!(await ticketExists(ctx, number))) notFound();
  }
  return children;
}
