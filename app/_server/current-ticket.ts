import "server-only";
import { cache } from "react";
import { readTicket } from "#lib/reads/ticket.ts";
import { requireAgent } from "./session.ts";

/** Layout and page ask for the same; it is read once a request. */
export const currentTicket = cache(async (number: number) => readTicket(await requireAgent(), number));
