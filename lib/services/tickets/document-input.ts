import { z } from "zod";
import { clean } from "#lib/domain/text/clean.ts";
import { type Block, mostFrames, type RichDocument } from "#lib/domain/writing/document.ts";
import { safeLink } from "#lib/domain/writing/safe-link.ts";

const words = (max: number) => z.string().max(max).transform(clean);

const Inline = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("text"),
    text: words(100_000),
    bold: z.literal(true).optional(),
    italic: z.literal(true).optional(),
    link: z
      .string()
      .max(2000)
      .refine((link) => safeLink(link) !== null, "This link cannot be used.")
      .optional(),
  }),
  z.strictObject({ type: z.literal("break") }),
  z.strictObject({ type: z.literal("image"), file: z.string().min(1).max(4000), alt: words(500) }),
  z.strictObject({ type: z.literal("mention"), agentId: z.uuid(), name: words(200) }),
]);

/** `depth` more levels of quotes and lists may follow. */
function block(depth: number): z.ZodType<Block> {
  const paragraph = z.strictObject({ type: z.literal("paragraph"), inlines: z.array(Inline).max(2000) });
  if (depth === 0) return paragraph as z.ZodType<Block>;
  const inner = block(depth - 1);
  return z.discriminatedUnion("type", [
    paragraph,
    z.strictObject({ type: z.literal("quote"), blocks: z.array(inner).min(1).max(2000) }),
    z.strictObject({
      type: z.literal("list"),
      ordered: z.boolean(),
      items: z.array(z.array(inner).min(1).max(200)).min(1).max(500),
    }),
  ]) as z.ZodType<Block>;
}

const largest = 400_000;

/** A document as an editor hands it over: hostile until it has passed here. Nothing unknown survives. */
export const documentInput = (): z.ZodType<RichDocument> =>
  z
    .strictObject({ blocks: z.array(block(mostFrames)).max(5000) })
    .refine(
      (document) => JSON.stringify(document).length <= largest,
      "This is too long.",
    ) as z.ZodType<RichDocument>;
