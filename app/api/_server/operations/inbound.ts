import "server-only";
import { z } from "zod";
import { FormInput, recordForm } from "#lib/services/intake/record-form.ts";
import { recordInboundEmail } from "#lib/services/intake/record-inbound-email.ts";
import { operation } from "../operation.ts";
import { bad, bodyPieces } from "../read-body.ts";

const maxMailBytes = 64 << 20;
const formBytes = 72 << 20;

const MailQuery = z.strictObject({
  /** The envelope, when the peer knows it: `from=…&to=…,…`. */
  from: z.string().max(1000).optional(),
  to: z.string().max(20_000).optional(),
});

export const receiveMail = operation({
  method: "POST",
  path: "/api/inbound/mail",
  summary: "Hands over one message as raw RFC 5322 bytes. The same bytes again answer the same id.",
  query: MailQuery,
  status: 202,
  async run(ctx, { query, request }) {
    ctx.must("inbound.record");
    const type = (request.headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
    if (type !== "message/rfc822" && type !== "application/octet-stream") throw bad("Send message/rfc822.");
    const envelopeTo = query.to?.split(",").map((address) => address.trim());
    const { id, state } = await recordInboundEmail(ctx, {
      door: "http",
      raw: bodyPieces(request, maxMailBytes),
      envelopeFrom: query.from,
      envelopeTo,
    });
    return { id, state };
  },
});

export const receiveForm = operation({
  method: "POST",
  path: "/api/inbound/form",
  summary: "Hands over a web form on behalf of a site of yours.",
  body: FormInput,
  maxBodyBytes: formBytes,
  status: 202,
  async run(ctx, { body }) {
    const { id, state } = await recordForm(ctx, body);
    return { id, state };
  },
});
