import { exchangeCode } from "#lib/channels/email/oauth-token.ts";
import { within } from "#lib/services/context.ts";
import { finishConsent, readConsent } from "#lib/services/mailboxes/finish-consent.ts";
import { readConnection } from "#lib/services/mailboxes/read-connections.ts";
import type { Handler } from "../handler.ts";

/** Turns the code that a browser brought back into tokens. A provider that is away is asked again. */
export const exchangeConsentCode: Handler<"mailbox.exchange_code"> = async ({ consentId }, { ctx, log }) => {
  const consent = await readConsent(ctx, consentId);
  const connection = consent && (await readConnection(ctx, consent.mailboxId));
  if (!consent || !connection || connection.auth === "password") return;
  const answer = await exchangeCode({
    auth: connection.auth,
    client: connection.oauth ?? { clientId: "", tenant: "" },
    clientSecret: connection.secrets.clientSecret ?? "",
    code: consent.code,
    verifier: consent.verifier,
    redirectUri: consent.redirectUri,
  });
  const after = within(ctx, { now: new Date() });
  log.info({ mailboxId: consent.mailboxId, answer: answer.kind }, "sign-in at the provider");
  if (answer.kind === "later" && after.now < consent.expiresAt) throw new Error(answer.error);
  if (answer.kind !== "granted") return finishConsent(after, { consentId, outcome: { error: answer.error } });
  const outcome = answer.refreshToken ? answer : { error: "no refresh token was granted" };
  await finishConsent(after, { consentId, outcome });
};
