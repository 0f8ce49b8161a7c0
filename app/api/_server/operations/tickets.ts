import "server-only";
import { z } from "zod";
import { listApiTickets, TicketsQuery } from "#lib/reads/api/list-tickets.ts";
import {
  EventsQuery,
  listApiEvents,
  listApiMessages,
  MessagesQuery,
  readApiAssistant,
  readApiClocks,
  readApiTicket,
  ticketIdOf,
} from "#lib/reads/api/tickets.ts";
import { addNote } from "#lib/services/tickets/add-note.ts";
import { changeTicketByNames, TicketPatch } from "#lib/services/tickets/change-by-names.ts";
import { createTicket, NewTicket } from "#lib/services/tickets/create-ticket.ts";
import { mergeTickets, undoMerge } from "#lib/services/tickets/merge-tickets.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { splitTicket } from "#lib/services/tickets/split-ticket.ts";
import { operation } from "../operation.ts";

export const listTickets = operation({
  method: "GET",
  path: "/api/v1/tickets",
  summary: "Tickets, newest activity first; with `q` (words and operators as in the inbox) best first.",
  query: TicketsQuery,
  run: (ctx, { query }) => listApiTickets(ctx, query),
});

export const postTicket = operation({
  method: "POST",
  path: "/api/v1/tickets",
  summary: "Opens a ticket for a customer. The assistant sorts it like any other.",
  body: NewTicket,
  status: 201,
  async run(ctx, { body }) {
    const { ticketId } = await createTicket(ctx, body);
    return readApiTicket(ctx, ticketId);
  },
});

export const getTicket = operation({
  method: "GET",
  path: "/api/v1/tickets/{number}",
  summary: "One ticket.",
  run: async (ctx, { params }) => readApiTicket(ctx, await ticketIdOf(ctx, params.number!)),
});

export const patchTicket = operation({
  method: "PATCH",
  path: "/api/v1/tickets/{number}",
  summary: "Changes a ticket. With `version`, a change that came in between answers 409.",
  body: TicketPatch,
  async run(ctx, { params, body }) {
    const ticketId = await ticketIdOf(ctx, params.number!);
    await changeTicketByNames(ctx, ticketId, body);
    return readApiTicket(ctx, ticketId);
  },
});

export const listMessages = operation({
  method: "GET",
  path: "/api/v1/tickets/{number}/messages",
  summary: "Messages and notes of a ticket, newest first.",
  query: MessagesQuery,
  run: async (ctx, { params, query }) => listApiMessages(ctx, await ticketIdOf(ctx, params.number!), query),
});

const NewMessage = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("reply"),
    body: z.string().min(1).max(100_000),
    status: z.enum(["open", "pending", "on_hold", "solved"]).optional(),
    seenMessageId: z.uuid().optional(),
    sendAt: z.iso.datetime({ offset: true }).optional(),
    recipients: z
      .strictObject({ to: z.array(z.email()).min(1).max(50), cc: z.array(z.email()).max(50).default([]) })
      .optional(),
  }),
  z.strictObject({ kind: z.literal("note"), body: z.string().min(1).max(100_000) }),
]);

export const postMessage = operation({
  method: "POST",
  path: "/api/v1/tickets/{number}/messages",
  summary: "Replies to the customer, or leaves a note for colleagues.",
  body: NewMessage,
  status: 201,
  async run(ctx, { params, body }) {
    const ticketId = await ticketIdOf(ctx, params.number!);
    if (body.kind === "note") return { id: (await addNote(ctx, { ticketId, body: body.body })).messageId };
    const { kind: _, ...reply } = body;
    return { id: (await replyToTicket(ctx, { ticketId, ...reply })).messageId };
  },
});

export const getAssistant = operation({
  method: "GET",
  path: "/api/v1/tickets/{number}/assistant",
  summary: "What the assistant found, wrote and decided, with every gate.",
  run: async (ctx, { params }) => readApiAssistant(ctx, await ticketIdOf(ctx, params.number!)),
});

export const getSla = operation({
  method: "GET",
  path: "/api/v1/tickets/{number}/sla",
  summary: "The ticket's clocks and their reasons.",
  run: async (ctx, { params }) => ({ data: await readApiClocks(ctx, await ticketIdOf(ctx, params.number!)) }),
});

export const listEvents = operation({
  method: "GET",
  path: "/api/v1/tickets/{number}/events",
  summary: "Everything that happened to the ticket, oldest first.",
  query: EventsQuery,
  run: async (ctx, { params, query }) => listApiEvents(ctx, await ticketIdOf(ctx, params.number!), query),
});

export const postMerge = operation({
  method: "POST",
  path: "/api/v1/tickets/{number}/merge",
  summary: "Merges this ticket into another. Both numbers lead there; DELETE takes it back.",
  body: z.strictObject({ into: z.int().positive(), acrossCustomers: z.boolean().optional() }),
  async run(ctx, { params, body: { into, ...rest } }) {
    const ticketId = await ticketIdOf(ctx, params.number!);
    const { intoId } = await mergeTickets(ctx, { ticketId, intoNumber: into, ...rest });
    return readApiTicket(ctx, intoId);
  },
});

export const deleteMerge = operation({
  method: "DELETE",
  path: "/api/v1/tickets/{number}/merge",
  summary: "Takes the merge of this ticket back.",
  async run(ctx, { params }) {
    const { ticketId } = await undoMerge(ctx, { ticketId: await ticketIdOf(ctx, params.number!) });
    return readApiTicket(ctx, ticketId);
  },
});

export const postSplit = operation({
  method: "POST",
  path: "/api/v1/tickets/{number}/split",
  summary: "Gives some messages a ticket of their own, linked to this one.",
  body: z.strictObject({
    messageIds: z.array(z.uuid()).min(1).max(500),
    subject: z.string().min(1).max(500).optional(),
  }),
  status: 201,
  async run(ctx, { params, body }) {
    const { ticketId } = await splitTicket(ctx, { ticketId: await ticketIdOf(ctx, params.number!), ...body });
    return readApiTicket(ctx, ticketId);
  },
});
