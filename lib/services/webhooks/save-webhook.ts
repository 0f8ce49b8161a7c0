import { eq } from "drizzle-orm";
import { z } from "zod";
import { newId } from "#db/ids.ts";
import { slaPolicies, webhooks } from "#db/schema/index.ts";
import { newToken } from "#lib/crypto/tokens.ts";
import { callableAddress } from "#lib/domain/webhooks/callable-address.ts";
import type { Context } from "../context.ts";
import { conflict, invalid, notFound } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { transact } from "../transact.ts";
import { queueWebhook } from "./queue-webhook.ts";
import { sealWebhookSecret } from "./webhook-secret.ts";

export const NewWebhook = z.strictObject({ name: text(100, 1), url: z.url().max(2000) });

/** Another system that the desk may call. Answers with the secret that signs the calls; it is not shown again. */
export async function createWebhook(
  ctx: Context,
  input: z.input<typeof NewWebhook>,
): Promise<{ id: string; secret: string }> {
  ctx.must("setting.write");
  const { name, url } = parseInput(NewWebhook, input);
  mustBeCallable(ctx, url);
  const webhookId = newId(ctx.now.getTime());
  const secret = newToken("baton_hook_");
  return transact(ctx, async ({ tx, audit }) => {
    const [row] = await tx
      .insert(webhooks)
      .values({
        ...{ id: webhookId, name, url, createdAt: ctx.now },
        secret: sealWebhookSecret(ctx, { id: webhookId, secret }),
      })
      .onConflictDoNothing()
      .returning({ id: webhooks.id });
    if (!row) throw invalid("There is a webhook with this name.", { name: "taken" });
    await audit("webhook.created", `webhook:${webhookId}`, { name, url });
    return { id: webhookId, secret };
  });
}

export const WebhookPatch = z.strictObject({
  name: text(100, 1).optional(),
  url: z.url().max(2000).optional(),
  active: z.boolean().optional(),
});
const UpdateWebhook = WebhookPatch.extend({ webhookId: id() });

/** Calls that are still to be made go to the new address. */
export async function updateWebhook(ctx: Context, input: z.input<typeof UpdateWebhook>): Promise<void> {
  ctx.must("setting.write");
  const { webhookId, ...changes } = parseInput(UpdateWebhook, input);
  if (changes.url) mustBeCallable(ctx, changes.url);
  await transact(ctx, async ({ tx, audit }) => {
    const [same] = changes.name
      ? await tx.select({ id: webhooks.id }).from(webhooks).where(eq(webhooks.name, changes.name))
      : [];
    if (same && same.id !== webhookId) throw invalid("There is a webhook with this name.", { name: "taken" });
    const known = eq(webhooks.id, webhookId);
    const [row] =
      Object.keys(changes).length > 0
        ? await tx.update(webhooks).set(changes).where(known).returning({ id: webhooks.id })
        : await tx.select({ id: webhooks.id }).from(webhooks).where(known);
    if (!row) throw notFound("webhook");
    await audit("webhook.updated", `webhook:${webhookId}`, changes);
  });
}

/** A new secret from this moment on; the old one signs nothing any more. */
export async function renewWebhookSecret(
  ctx: Context,
  input: { webhookId: string },
): Promise<{ secret: string }> {
  ctx.must("setting.write");
  const { webhookId } = parseInput(z.strictObject({ webhookId: id() }), input);
  const secret = newToken("baton_hook_");
  await transact(ctx, async ({ tx, audit }) => {
    const rows = await tx
      .update(webhooks)
      .set({ secret: sealWebhookSecret(ctx, { id: webhookId, secret }) })
      .where(eq(webhooks.id, webhookId))
      .returning({ id: webhooks.id });
    if (rows.length === 0) throw notFound("webhook");
    await audit("webhook.secret_renewed", `webhook:${webhookId}`);
  });
  return { secret };
}

/** One that a policy calls cannot go. */
export async function deleteWebhook(ctx: Context, input: { webhookId: string }): Promise<void> {
  ctx.must("setting.write");
  const { webhookId } = parseInput(z.strictObject({ webhookId: id() }), input);
  await transact(ctx, async ({ tx, audit }) => {
    const policies = await tx
      .select({ name: slaPolicies.name, actions: slaPolicies.actions })
      .from(slaPolicies);
    const user = policies.find(({ actions }) =>
      actions.some(({ act }) => act.kind === "webhook" && act.webhookId === webhookId),
    );
    if (user) throw conflict(`The policy “${user.name}” calls this webhook.`);
    const [row] = await tx.delete(webhooks).where(eq(webhooks.id, webhookId)).returning();
    if (!row) throw notFound("webhook");
    await audit("webhook.deleted", `webhook:${webhookId}`, { name: row.name });
  });
}

/** Calls it once now, so that its other end can be tried. */
export async function testWebhook(ctx: Context, input: { webhookId: string }): Promise<void> {
  ctx.must("setting.write");
  const { webhookId } = parseInput(z.strictObject({ webhookId: id() }), input);
  await transact(ctx, async (transaction) => {
    const body = { event: "webhook.test", at: ctx.now.toISOString() };
    const call = { webhookId, event: body.event, causeId: `test:${newId()}`, ticketId: null, body };
    if (!(await queueWebhook(transaction, call))) throw notFound("webhook");
  });
}

function mustBeCallable({ config }: Context, url: string): void {
  const why = callableAddress(url, config.privateHosts ?? []);
  if (why !== "yes") throw invalid("This address cannot be called.", { url: why });
}
