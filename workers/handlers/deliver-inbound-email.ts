import { parseEmail } from "#lib/channels/email/parse-email.ts";
import { safeHtmlOf } from "#lib/channels/email/safe-html-of.ts";
import { PermanentError } from "#lib/services/errors.ts";
import { fileInboundEmail } from "#lib/services/intake/file-inbound-email.ts";
import { claimInboundEmail, failInboundEmail } from "#lib/services/intake/finish-inbound-email.ts";
import { receiveForm } from "#lib/services/intake/receive-form.ts";
import { receiveUnreadable } from "#lib/services/intake/receive-unreadable.ts";
import { readRaw } from "#lib/services/intake/record-inbound-email.ts";
import type { Handler, Tools } from "../handler.ts";

/** Understands what reached a door and files it. What cannot be understood becomes a ticket with the original. */
export const deliverInboundEmail: Handler<"inbound_email.deliver"> = async ({ inboundEmailId }, tools) => {
  const { ctx, log } = tools;
  const row = await claimInboundEmail(ctx, inboundEmailId);
  if (!row) return;
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
    await afterFailure(tools, inboundEmailId, error);
  }
};

/** While tries are left the mail waits for the next; then a person gets it with its original attached. */
async function afterFailure({ ctx, log, run }: Tools, inboundEmailId: string, error: unknown): Promise<void> {
  const permanent = error instanceof PermanentError || run.isLast;
  if (!permanent) {
    await failInboundEmail(ctx, { inboundEmailId, error: String(error), permanent: false });
    throw error;
  }
  log.error({ inboundEmailId, err: error }, "mail cannot be understood");
  try {
    await receiveUnreadable(ctx, { inboundEmailId, error: String(error) });
  } catch (cause) {
    await failInboundEmail(ctx, { inboundEmailId, error: String(cause), permanent: true });
    throw new PermanentError("The mail could not be filed.", { cause });
  }
}
