import "server-only";
import { z } from "zod";
import { ticketIdOf } from "#lib/reads/api/tickets.ts";
import { readLinks } from "#lib/reads/ticket-links.ts";
import { answerIncidents, retryIncidentAnswer } from "#lib/services/links/answer-incidents.ts";
import { createFollowUp } from "#lib/services/links/create-follow-up.ts";
import { linkTickets, unlinkTickets } from "#lib/services/links/link-tickets.ts";
import { operation } from "../operation.ts";

export const getLinks = operation({
  method: "GET",
  path: "/api/v1/tickets/{number}/links",
  summary: "Follow-ups, related tickets, the problem, the incidents, and how far the last answer to all is.",
  run: async (ctx, { params }) => readLinks(ctx, await ticketIdOf(ctx, params.number!)),
});

export const postLink = operation({
  method: "POST",
  path: "/api/v1/tickets/{number}/links",
  summary: "Links this ticket with another: as related, as incident of it, or as the problem of it.",
  body: z.strictObject({
    number: z.int().positive(),
    as: z.enum(["relates", "incident_of", "problem_of"]).default("relates"),
  }),
  status: 201,
  async run(ctx, { params, body }) {
    const ticketId = await ticketIdOf(ctx, params.number!);
    await linkTickets(ctx, { ticketId, ...body });
    return readLinks(ctx, ticketId);
  },
});

export const deleteLink = operation({
  method: "DELETE",
  path: "/api/v1/tickets/{number}/links/{link}",
  summary: "Takes a link of this ticket away.",
  async run(ctx, { params }) {
    const ticketId = await ticketIdOf(ctx, params.number!);
    await unlinkTickets(ctx, { ticketId, linkId: params.link! });
    return readLinks(ctx, ticketId);
  },
});

export const postFollowUp = operation({
  method: "POST",
  path: "/api/v1/tickets/{number}/follow-up",
  summary: "Opens a ticket about this one for the same customer, beginning with a note.",
  body: z.strictObject({
    subject: z.string().min(1).max(500).optional(),
    note: z.string().min(1).max(100_000),
  }),
  status: 201,
  run: async (ctx, { params, body }) =>
    createFollowUp(ctx, { ticketId: await ticketIdOf(ctx, params.number!), ...body }),
});

export const postIncidentAnswer = operation({
  method: "POST",
  path: "/api/v1/tickets/{number}/incidents/answer",
  summary:
    "One answer to all incidents of this problem, each in its own thread; `body: null` solves them silently.",
  body: z.strictObject({
    body: z.string().min(1).max(100_000).nullable(),
    status: z.enum(["open", "pending", "on_hold", "solved"]).optional(),
  }),
  status: 202,
  run: async (ctx, { params, body }) =>
    answerIncidents(ctx, { problemId: await ticketIdOf(ctx, params.number!), ...body }),
});

export const postIncidentRetry = operation({
  method: "POST",
  path: "/api/v1/tickets/{number}/incidents/retry",
  summary:
    "Goes on with an answer to all incidents that has stopped (`answer.stopped`); nobody gets it twice.",
  status: 202,
  async run(ctx, { params }) {
    const ticketId = await ticketIdOf(ctx, params.number!);
    await retryIncidentAnswer(ctx, { problemId: ticketId });
    return readLinks(ctx, ticketId);
  },
});
