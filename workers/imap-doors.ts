import { setTimeout as pause } from "node:timers/promises";
import type { Connection } from "#db/client.ts";
import { type ImapDoor, runImapDoor } from "#lib/channels/email/imap-door.ts";
import type { Logger } from "#lib/logger.ts";
import type { Context } from "#lib/services/context.ts";
import { imapMemory } from "#lib/services/mailboxes/imap-memory.ts";
import { imapMailboxes, readConnection } from "#lib/services/mailboxes/read-connections.ts";
import { loginTo } from "./mailbox-login.ts";
import { openSessionLocks, type SessionLocks } from "./session-locks.ts";

export type ImapDoors = { stop(): Promise<void> };

type Mailbox = { id: string; address: string; version: number };
type Open = { version: number; ends: AbortController; done: Promise<void> };

const lookMs = 3_000;

/**
 * One door for each mailbox that is read over IMAP, in one process of the whole desk: whoever holds the mailbox's
 * lock reads it, and another takes over when that connection to the database dies. Changed settings open the door anew.
 */
export function startImapDoors(parts: {
  connection: Connection;
  context: () => Context;
  log: Logger;
  limits?: ImapDoor["limits"];
}): ImapDoors {
  const { context, log } = parts;
  const stopping = new AbortController();
  const doors = new Map<string, Open>();
  const locks = openSessionLocks(parts.connection);

  async function look(): Promise<void> {
    const wanted = new Map((await imapMailboxes(context())).map((mailbox) => [mailbox.id, mailbox]));
    for (const [id, door] of doors) {
      if (wanted.get(id)?.version !== door.version) door.ends.abort();
    }
    for (const mailbox of wanted.values()) {
      if (!doors.has(mailbox.id)) open(mailbox);
    }
  }

  function open(mailbox: Mailbox): void {
    const ends = new AbortController();
    const done = keepReading(parts, locks, mailbox, AbortSignal.any([ends.signal, stopping.signal]))
      .catch((error: unknown) => log.warn({ err: error, mailboxId: mailbox.id }, "a mail door closed"))
      .finally(() => doors.delete(mailbox.id));
    doors.set(mailbox.id, { version: mailbox.version, ends, done });
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      await look().catch((error: unknown) => log.warn({ err: error }, "the mailboxes cannot be looked up"));
      await pause(lookMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
      await Promise.all([...doors.values()].map((door) => door.done));
      await locks.close();
    },
  };
}

async function keepReading(
  { context, log, limits }: Omit<Parameters<typeof startImapDoors>[0], "connection">,
  locks: SessionLocks,
  mailbox: Mailbox,
  signal: AbortSignal,
): Promise<void> {
  const lock = await locks.take(`imap ${mailbox.id}`);
  if (!lock) return;
  // The lock is gone with its connection: whoever has it now reads.
  const both = AbortSignal.any([signal, lock.lost]);
  try {
    const settings = await readConnection(context(), mailbox.id);
    if (!settings?.imap) return;
    await runImapDoor({
      place: settings.imap,
      since: settings.since,
      login: async () => {
        const newest = await readConnection(context(), mailbox.id);
        return loginTo(context(), newest ?? settings, "imap");
      },
      memory: imapMemory(context, mailbox),
      log: log.child({ mailboxId: mailbox.id }),
      signal: both,
      ...(limits && { limits }),
    });
  } finally {
    await lock.release();
  }
}
