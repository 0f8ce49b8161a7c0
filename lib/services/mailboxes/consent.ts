import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt } from "drizzle-orm";
import { z } from "zod";
import { newId } from "#db/ids.ts";
import { mailboxConnections, mailboxes, oauthConsents } from "#db/schema/index.ts";
import { seal, unseal } from "#lib/crypto/seal.ts";
import { hashToken } from "#lib/crypto/tokens.ts";
import { consentUrl, providerOf } from "#lib/domain/mailboxes/oauth.ts";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import type { Context } from "../context.ts";
import { conflict, invalid } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { transact } from "../transact.ts";

/** As long as a person may take at the provider's. */
const patienceMs = 15 * 60_000;

/** Where the provider sends the browser back to: registered with it word for word. */
export const consentPath = "/settings/mailboxes/consent";

type Sealed = { verifier: string; code?: string };
const sealFor = (ctx: Context, consentId: string, sealed: Sealed) =>
  seal(ctx.config.secret, `consent:${consentId}`, JSON.stringify(sealed));

/**
 * Begins a mailbox's sign-in at its provider. The answer only counts when the same session brings it back, with the
 * state that is in the address and nowhere else.
 */
export async function beginConsent(
  ctx: Context,
  input: { mailboxId: string; sessionId: string },
): Promise<{ url: string }> {
  ctx.must("mailbox.write");
  const { mailboxId, sessionId } = parseInput(z.strictObject({ mailboxId: id(), sessionId: id() }), input);
  return transact(ctx, async ({ tx, audit }) => {
    const [row] = await tx
      .select({ connection: mailboxConnections, address: mailboxes.address })
      .from(mailboxConnections)
      .innerJoin(mailboxes, eq(mailboxes.id, mailboxConnections.mailboxId))
      .where(eq(mailboxConnections.mailboxId, mailboxId));
    const { auth = "password", oauth, imap, smtp } = row?.connection ?? {};
    if (!row || auth === "password" || !oauth?.clientId) throw invalid("This mailbox signs in by password.");
    const provider = providerOf(auth, oauth);
    if (!provider) throw invalid("The provider's addresses are missing.");
    const [state, verifier] = [randomBytes(32).toString("base64url"), randomBytes(48).toString("base64url")];
    const consentId = newId(ctx.now.getTime());
    await tx.insert(oauthConsents).values({
      id: consentId,
      mailboxId,
      sessionId,
      stateHash: hashToken(state),
      sealed: sealFor(ctx, consentId, { verifier }),
      createdAt: ctx.now,
      expiresAt: new Date(ctx.now.getTime() + patienceMs),
    });
    await audit("mailbox.consent_asked", `mailbox:${mailboxId}`, { auth });
    return {
      url: consentUrl(auth, provider, {
        clientId: oauth.clientId,
        redirectUri: ctx.config.publicUrl + consentPath,
        state,
        challenge: createHash("sha256").update(verifier).digest("base64url"),
        address: imap?.user || smtp?.user || row.address,
      }),
    };
  });
}

const Returned = z.object({
  sessionId: z.uuid(),
  state: z.string().min(1).max(200),
  code: z.string().min(1).max(4000).optional(),
  error: z.string().max(500).optional(),
});

/** What the provider sent back with the browser. Good once; throws `conflict` for what was never asked here. */
export async function returnFromConsent(
  ctx: Context,
  input: z.input<typeof Returned>,
): Promise<{ mailboxId: string }> {
  ctx.must("mailbox.write");
  const parsed = Returned.safeParse(input);
  if (!parsed.success) throw unasked();
  const { sessionId, state, code, error } = parsed.data;
  return transact(ctx, async ({ tx, enqueue, audit }) => {
    const [consent] = await tx
      .select()
      .from(oauthConsents)
      .where(
        and(
          eq(oauthConsents.stateHash, hashToken(state)),
          eq(oauthConsents.sessionId, sessionId),
          eq(oauthConsents.state, "asked"),
          gt(oauthConsents.expiresAt, ctx.now),
        ),
      )
      .for("update");
    const kept = consent && openConsent(ctx, consent);
    if (!consent || !kept) throw unasked();
    const refused = {
      state: "refused",
      error: truncate(clean(error || "no code"), 500),
      sealed: null,
    } as const;
    await tx
      .update(oauthConsents)
      .set(
        code
          ? { state: "returned", sealed: sealFor(ctx, consent.id, { ...kept, code }) }
          : { ...refused, finishedAt: ctx.now },
      )
      .where(eq(oauthConsents.id, consent.id));
    if (code) await enqueue("mailbox.exchange_code", { consentId: consent.id });
    await audit("mailbox.consent_returned", `mailbox:${consent.mailboxId}`, { granted: Boolean(code) });
    return { mailboxId: consent.mailboxId };
  });
}

export function openConsent(
  ctx: Context,
  consent: { id: string; sealed: string | null },
): { verifier: string; code?: string } | null {
  const text = consent.sealed && unseal(ctx.config.secret, `consent:${consent.id}`, consent.sealed);
  return text ? (JSON.parse(text) as Sealed) : null;
}

const unasked = () => conflict("This sign-in was not begun here, or it took too long.");
