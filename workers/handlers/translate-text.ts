import { within } from "#lib/services/context.ts";
import { finishTranslation, readAskedTranslation } from "#lib/services/translations/finish-translation.ts";
import type { Handler } from "../handler.ts";

/** Lets the model translate a text, and keeps what came of it. */
export const translateText: Handler<"text.translate"> = async ({ translationId }, { ctx, ai, log }) => {
  const asked = await readAskedTranslation(ctx, translationId);
  if (!asked) return;
  const { output, ...run } = await ai.translate(asked.original, asked.to, asked.names);
  log.info({ translationId, model: run.model, outcome: run.outcome }, "text translated");
  await finishTranslation(within(ctx, { now: new Date() }), { translationId, translated: output, run });
};
