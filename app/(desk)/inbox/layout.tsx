import { notFound } from "next/navigation";
import type { ReactNode } from "react";
import { ticketExists } from "#lib/reads/ticket-exists.ts";
import { askedTicket } from "../../_server/asked-ticket.ts";
import { requireAgent } from "../../_server/session.ts";
import { FirstStepsBanner } from "./first-steps.tsx";

/** Outside the loading boundary, so that a ticket that is not there still answers 404. */
export default async function InboxLayout({ children }: { children: ReactNode }) {
  const [ctx, number] = await Promise.all([requireAgent(), askedTicket()]);
  if (number !== null && !(await ticketExists(ctx, number))) notFound();
  if (number !== null) return children;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <FirstStepsBanner />
      <div className="min-h-0 flex-1">{children}</div>
    </div>
  );
}
