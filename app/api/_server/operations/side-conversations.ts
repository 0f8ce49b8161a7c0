import "server-only";
import { z } from "zod";
import { ticketIdOf } from "#lib/reads/api/tickets.ts";
import { readSideConversations } from "#lib/reads/side-conversations.ts";
import { startSideConversation, writeSideMessage } from "#lib/services/side/write-side-message.ts";
import { operation } from "../operation.ts";

const path = "/api/v1/tickets/{number}/side-conversations";
const people = z
  .array(z.strictObject({ name: z.string().max(200).optional(), address: z.email() }))
  .min(1)
  .max(20);
const body = z.string().min(1).max(100_000);

export const listSideConversations = operation({
  method: "GET",
  path,
  summary:
    "Mail with third parties about this ticket, newest conversation first. The customer sees none of it.",
  run: async (ctx, { params }) => {
    const { conversations } = await readSideConversations(ctx, await ticketIdOf(ctx, params.number!));
    return { data: conversations, nextCursor: null };
  },
});

export const postSideConversation = operation({
  method: "POST",
  path,
  summary: "Writes to a third party about this ticket. Answers come back here and never to the customer.",
  body: z.strictObject({ people, subject: z.string().min(1).max(500), body }),
  status: 201,
  async run(ctx, { params, body: given }) {
    const ticketId = await ticketIdOf(ctx, params.number!);
    return { id: (await startSideConversation(ctx, { ticketId, ...given })).conversationId };
  },
});

export const postSideMessage = operation({
  method: "POST",
  path: `${path}/{conversation}/messages`,
  summary: "Writes on in a side conversation of this ticket.",
  body: z.strictObject({ people: people.optional(), body }),
  status: 201,
  async run(ctx, { params, body: given }) {
    const ticketId = await ticketIdOf(ctx, params.number!);
    await writeSideMessage(ctx, { ticketId, conversationId: params.conversation!, ...given });
    return { data: (await readSideConversations(ctx, ticketId)).conversations };
  },
});
