import { seal, unseal } from "#lib/crypto/seal.ts";
import type { Context } from "../context.ts";

const owner = (id: string) => `webhook:${id}`;

export function sealWebhookSecret(
  { config }: Context,
  { id, secret }: { id: string; secret: string },
): string {
  return seal(config.secret, owner(id), secret);
}

/** Null when it was sealed by another installation's secret. */
export function openWebhookSecret(
  { config }: Context,
  { id, secret }: { id: string; secret: string },
): string | null {
  return unseal(config.secret, owner(id), secret);
}
