import { parseEmail } from "#lib/channels/email/parse-email.ts";
import { safeHtmlOf } from "#lib/channels/email/safe-html-of.ts";
import type { Context } from "#lib/services/context.ts";
import { PermanentError } from "#lib/services/errors.ts";
import { fileInboundEmail } from "#lib/services/intake/file-inbound-email.ts";
import {
  claimInboundEmail,
  failInboundEmail,
  type InboundRow,
} from "#lib/services/intake/finish-inbound-email.ts";
import { receiveForm } from "#lib/services/intake/receive-form.ts";
import { receiveUnreadable } from "#lib/services/intake/receive-unreadable.ts";
import { readRaw } from "#lib/services/intake/record-inbound-email.ts";
import type { Handler, Tools } from "../handler.ts";
import { failureOf } from "../process-job.ts";

/** Tries that end in an error, before a person gets the original. A database that is away is not the mail's fault
 * and counts only where the mail was begun. */
const maxTries = 4;
/** A mail that was begun so often and never ended, well or badly, has taken its process down each time. */
const maxDeaths = 6;

/** Understands what reached a door and files it. What cannot be understood becomes a ticket with the original. */
export const deliverInboundEmail: Handler<"inbound_email.deliver"> = async ({ inboundEmailId }, tools) => {
  const { ctx, log } = tools;
  const row = await claimInboundEmail(ctx, inboundEmailId);
  if (!row) return;
  if (row.attempts > maxDeaths) return setAside(ctx, row.id, "It ended every process that read it.");
  try {
    const raw = await readRaw(ctx, row.id);
    if (!raw) throw new PermanentError("The original is gone.");
    if (row.door === "form") {
      await receiveForm(ctx, { row, raw });
      return;
    }
    const email = await parseEmail(raw);
    const delivery = await fileInboundEmail(ctx, { row, email, safeHtml: safeHtmlOf(email) });
    log.info(
      { inboundEmailId, delivery: delivery.kind, reason: "reason" in delivery ? delivery.reason : "bounce" },
      "mail filed",
    );
  } catch (error) {
    await afterFailure(tools, row, error);
  }
};

/** While tries are left the mail waits for the next; then a person gets it with its original attached. */
async function afterFailure({ ctx, log }: Tools, row: InboundRow, error: unknown): Promise<void> {
  const inboundEmailId = row.id;
  const permanent = error instanceof PermanentError || row.attempts >= maxTries;
  const told = failureOf(error).message;
  if (!permanent) {
    await failInboundEmail(ctx, { inboundEmailId, error: told, permanent: false });
    throw error;
  }
  log.error({ inboundEmailId, err: error }, "mail cannot be understood");
  await setAside(ctx, inboundEmailId, told);
}

async function setAside(ctx: Context, inboundEmailId: string, error: string): Promise<void> {
  try {
    await receiveUnreadable(ctx, { inboundEmailId, error });
  } catch (cause) {
    await failInboundEmail(ctx, { inboundEmailId, error: failureOf(cause).message, permanent: true });
    throw new PermanentError("The mail could not be filed.", { cause });
  }
}
