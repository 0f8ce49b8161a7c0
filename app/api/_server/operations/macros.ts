import "server-only";
import { z } from "zod";
import { readApiTicket, ticketIdOf } from "#lib/reads/api/tickets.ts";
import { listApiMacros, readApiMacro } from "#lib/reads/macros.ts";
import { applyMacro } from "#lib/services/macros/apply-macro.ts";
import { ChangeMacro, CreateMacro } from "#lib/services/macros/macro-input.ts";
import { changeMacro, createMacro, deleteMacro } from "#lib/services/macros/write-macros.ts";
import { operation } from "../operation.ts";

export const listMacros = operation({
  method: "GET",
  path: "/api/v1/macros",
  summary: "Macros: words with placeholders in both languages, and changes to a ticket.",
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(200).optional(),
  }),
  run: (ctx, { query }) => listApiMacros(ctx, query),
});

export const postMacro = operation({
  method: "POST",
  path: "/api/v1/macros",
  summary: "Adds a macro. A placeholder that nothing stands behind answers 422.",
  body: CreateMacro,
  status: 201,
  run: async (ctx, { body }) => readApiMacro(ctx, (await createMacro(ctx, body)).id),
});

export const getMacro = operation({
  method: "GET",
  path: "/api/v1/macros/{id}",
  summary: "One macro.",
  run: (ctx, { params }) => readApiMacro(ctx, params.id!),
});

export const patchMacro = operation({
  method: "PATCH",
  path: "/api/v1/macros/{id}",
  summary: "Changes a macro; its actions are replaced as a whole.",
  body: ChangeMacro,
  async run(ctx, { params, body }) {
    await readApiMacro(ctx, params.id!);
    return readApiMacro(ctx, (await changeMacro(ctx, { macroId: params.id!, ...body })).id);
  },
});

export const deleteMacroOperation = operation({
  method: "DELETE",
  path: "/api/v1/macros/{id}",
  summary: "Takes a macro away. What it did stays done.",
  async run(ctx, { params }) {
    const macro = await readApiMacro(ctx, params.id!);
    await deleteMacro(ctx, { macroId: macro.id });
    return macro;
  },
});

export const postTicketMacro = operation({
  method: "POST",
  path: "/api/v1/tickets/{number}/macros",
  summary:
    "Applies a macro: all its changes or none. Answers with the ticket and the words for this customer.",
  body: z.strictObject({ macro: z.uuid() }),
  async run(ctx, { params, body }) {
    const ticketId = await ticketIdOf(ctx, params.number!);
    const { text, language, ...applied } = await applyMacro(ctx, { ticketId, macroId: body.macro });
    return { ticket: await readApiTicket(ctx, applied.ticketId), text, language };
  },
});
