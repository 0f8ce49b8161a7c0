import { z } from "zod";
import { newId } from "#db/ids.ts";
import type { Context } from "../context.ts";
import { PermanentError } from "../errors.ts";
import { emailAddress, parseInput, text } from "../input.ts";
import { type Recorded, recordInboundEmail } from "./record-inbound-email.ts";

const maxAttachmentBytes = 10 << 20;

export const FormInput = z.strictObject({
  name: text(200).default(""),
  email: emailAddress(),
  subject: text(300).default(""),
  body: text(20_000, 1),
  locale: z.enum(["en", "ko"]).default("en"),
  attachments: z
    .array(
      z.strictObject({
        name: text(255, 1),
        type: text(255).default("application/octet-stream"),
        base64: z.base64().max((maxAttachmentBytes / 3) * 4 + 4),
      }),
    )
    .max(5)
    .default([]),
  /** Made when the form was shown: the same form sent twice is one request. */
  formId: text(100).optional(),
});
export type FormInput = z.input<typeof FormInput>;
export type Form = z.output<typeof FormInput>;

/** Takes a web form into the ledger as it came. Throws `invalid` field by field; then nothing is kept. */
export async function recordForm(
  ctx: Context,
  input: FormInput,
  options: { acceptedAt?: Date } = {},
): Promise<Recorded> {
  const form = parseInput(FormInput, input);
  const raw = Buffer.from(JSON.stringify({ ...form, formId: form.formId ?? newId() }));
  return recordInboundEmail(ctx, { door: "form", raw, ...options });
}

/** The form a ledger row holds. Throws `PermanentError` when it is none: trying again would not help. */
export function readForm(raw: Buffer): Form {
  const result = FormInput.safeParse(JSON.parse(raw.toString("utf8")));
  if (!result.success) throw new PermanentError("The stored form cannot be read.", { cause: result.error });
  return result.data;
}
