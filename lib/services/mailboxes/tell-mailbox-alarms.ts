import type { MailboxAlarm } from "#lib/domain/mailboxes/connection.ts";
import type { Context } from "../context.ts";
import { managerIds, notify } from "../notices/notify.ts";
import { transact } from "../transact.ts";

/** Tells managers what is wrong with a mailbox: each alarm once a day, until it is mended. */
export async function tellMailboxAlarms(
  ctx: Context,
  alarms: ReadonlyMap<string, MailboxAlarm | null>,
): Promise<void> {
  ctx.must("clock.sweep");
  const day = ctx.now.toISOString().slice(0, 10);
  await transact(ctx, async (transaction) => {
    const managers = await managerIds(transaction.tx);
    for (const [mailboxId, alarm] of alarms) {
      const causeId = `mailbox ${mailboxId} ${alarm} ${day}`;
      if (alarm) await notify(transaction, managers, { mailboxId, kind: "mailbox_alarm", alarm, causeId });
    }
  });
}
