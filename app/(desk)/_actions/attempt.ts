import "server-only";
import { refresh } from "next/cache";
import type { ActionResult } from "#components/tickets/ticket-actions.ts";
import type { Context } from "#lib/services/context.ts";
import { ServiceError } from "#lib/services/errors.ts";
import { agentContext } from "../../_server/session.ts";

/**
 * Does one thing for the person who is signed in and answers with how it went. Refusals are answers; anything
 * else is a fault and thrown. The screen is refetched in the same answer, unless `quiet`.
 */
export async function attempt(
  act: (ctx: Context) => Promise<unknown>,
  { quiet = false }: { quiet?: boolean } = {},
): Promise<ActionResult> {
  const ctx = await agentContext();
  if (!ctx) return { ok: false, kind: "unauthenticated" };
  try {
    await act(ctx);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    if (!quiet) refresh();
    return { ok: false, kind: error.kind, fields: Object.keys(error.fields) };
  }
  if (!quiet) refresh();
  return { ok: true };
}

/** The same with something to say: what of the outcome the screen needs. */
export async function answer<Outcome, Said extends object>(
  act: (ctx: Context) => Promise<Outcome>,
  say: (outcome: Outcome) => Said,
  options: { quiet?: boolean } = {},
): Promise<({ ok: true } & Said) | Extract<ActionResult, { ok: false }>> {
  let said: Said | undefined;
  const result = await attempt(async (ctx) => {
    said = say(await act(ctx));
  }, options);
  return result.ok ? { ok: true, ...said! } : result;
}
