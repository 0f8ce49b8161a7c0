import { setTimeout as pause } from "node:timers/promises";
import type { ImapFlow } from "imapflow";
import type { ImapPlace } from "#lib/domain/mailboxes/connection.ts";
import type { Logger } from "#lib/logger.ts";
import { type ImapLogin, imapClient, saidBy } from "./imap-client.ts";
import { fetchMail, type Listed, list, standIn, within } from "./imap-fetch.ts";

export type ImapPosition = { uidValidity: number; lastUid: number };
export type ImapUid = { folder: string; uidValidity: number; uid: number };

/** What the door knows and remembers, kept in our database. A rejection means that the database is away. */
export type ImapMemory = {
  /** null: the folder was never read. */
  position(folder: string): Promise<ImapPosition | null>;
  reach(folder: string, position: ImapPosition): Promise<void>;
  /** Uids of the folder that failed before and are due for another try. */
  stumbles(folder: string, uidValidity: number): Promise<number[]>;
  /** Counts a failed try; true when there shall be no other. */
  stumble(mail: ImapUid, error: string): Promise<boolean>;
  /** The mail is here after all. */
  recover(mail: ImapUid): Promise<void>;
  /** Commits the mail to the ledger. A `ServiceError` is about the mail; anything else about us. */
  record(mail: ImapUid, raw: Buffer | AsyncIterable<Buffer>): Promise<void>;
  /** Whether the folder's last comparison with the server is older than this, or a person wants another. */
  isComparisonDue(folder: string, everyMs: number): Promise<boolean>;
  /** Those of the server's uids that are in no ledger row and wait for no try. */
  unknown(folder: string, uidValidity: number, uids: readonly number[]): Promise<number[]>;
  /** What a comparison found; the missing ones become stumbles. `more`: it found more than it names. */
  compared(
    folder: string,
    found: { uidValidity: number; serverMails: number; missing: number[]; more: boolean },
  ): Promise<void>;
  /** The door works, or what keeps it from working. */
  tell(state: { ok: true } | { ok: false; error: string }): Promise<void>;
};

export type ImapDoor = {
  place: ImapPlace;
  /** Asked before each connection: an access token lives for an hour. */
  login(): Promise<ImapLogin>;
  memory: ImapMemory;
  /** Mail from before was there when the mailbox was connected, and stays untouched unless `takeOld`. */
  since: Date;
  log: Logger;
  signal: AbortSignal;
  limits?: Partial<typeof defaults>;
};

const defaults = {
  /** Looked at this often, whatever IDLE says. Also ends each IDLE, far below any server's or router's patience. */
  pollMs: 60_000,
  /** A server without IDLE is asked more often. */
  pollWithoutIdleMs: 10_000,
  /** The server's own list is laid beside ours this often. */
  compareMs: 600_000,
  /** A server that does not answer for so long is left. */
  patienceMs: 90_000,
  firstRetryMs: 1_000,
  lastRetryMs: 30_000,
  mailBytes: 50 << 20,
};

/** Clocks differ, and a mail may wait on its way into the folder. */
const dayMs = 86_400_000;

/** Reads a mailbox until told to stop: connects, catches up, waits for more; and again after every failure. */
export async function runImapDoor(door: ImapDoor): Promise<void> {
  const { signal, log, memory } = door;
  const limit = { ...defaults, ...door.limits };
  let failures = 0;
  while (!signal.aborted) {
    try {
      await session(door, limit, () => {
        failures = 0;
      });
    } catch (error) {
      failures += 1;
      if (signal.aborted) return;
      log.warn({ error: saidBy(error), failures }, "a mailbox cannot be read, trying again");
      await memory.tell({ ok: false, error: saidBy(error) }).catch(() => {});
    }
    const wait = Math.min(limit.lastRetryMs, limit.firstRetryMs * 2 ** Math.max(0, failures - 1));
    await pause(wait, undefined, { signal }).catch(() => {});
  }
}

type Limits = typeof defaults;

async function session(door: ImapDoor, limit: Limits, isWell: () => void): Promise<void> {
  const { signal, memory, place } = door;
  const client = imapClient(place, await door.login());
  const stop = () => client.close();
  signal.addEventListener("abort", stop, { once: true });
  try {
    await client.connect();
    const [listened = "INBOX"] = place.folders;
    while (!signal.aborted) {
      // The one that is listened to comes last, so that it stays open.
      for (const folder of [...place.folders.slice(1), listened]) await catchUp(client, door, limit, folder);
      await memory.tell({ ok: true });
      isWell();
      await untilNews(client, limit, signal);
    }
  } finally {
    signal.removeEventListener("abort", stop);
    client.close();
  }
}

/** Resolves when the server says that there is more, or it is time to look anyway. */
async function untilNews(client: ImapFlow, limit: Limits, signal: AbortSignal): Promise<void> {
  const canIdle = client.capabilities.has("IDLE");
  let wake = () => {};
  const news = new Promise<void>((resolve) => {
    wake = resolve;
  });
  client.on("exists", wake);
  client.on("close", wake);
  const done = new AbortController();
  const either = AbortSignal.any([signal, done.signal]);
  try {
    // Ends with the next command. A server that refuses is asked by the clock.
    if (canIdle) void client.idle().catch(() => false);
    const pauseMs = canIdle ? limit.pollMs : limit.pollWithoutIdleMs;
    await Promise.race([news, pause(pauseMs, undefined, { signal: either }).catch(() => {})]);
  } finally {
    done.abort();
    client.off("exists", wake);
    client.off("close", wake);
  }
}

/** Everything in the folder that we do not have yet, oldest first; what fails is tried again later. */
async function catchUp(client: ImapFlow, door: ImapDoor, limit: Limits, folder: string): Promise<void> {
  const { memory } = door;
  const patient = <T>(work: Promise<T>) => within(limit.patienceMs, work);
  // Selecting anew also tells of what came while the server did not say so.
  const box = await patient(client.mailboxOpen(folder));
  const uidValidity = Number(box.uidValidity);
  const known = await memory.position(folder);
  let at: ImapPosition = known?.uidValidity === uidValidity ? known : { uidValidity, lastUid: 0 };
  if (!known && !door.place.takeOld) await memory.reach(folder, at);

  if (await memory.isComparisonDue(folder, limit.compareMs)) await compare(client, door, limit, folder, at);
  const again = await memory.stumbles(folder, uidValidity);
  const fresh =
    box.exists > 0 ? await patient(list(client, `${at.lastUid + 1}:*`, (uid) => uid > at.lastUid)) : [];
  const retried = again.length > 0 ? await patient(list(client, again.join(","), () => true)) : [];
  // Gone from the server meanwhile: nothing is left to try.
  for (const uid of again)
    if (!retried.some((mail) => mail.uid === uid)) await memory.recover({ folder, uidValidity, uid });

  let taken = 0;
  for (const mail of [...retried, ...fresh]) {
    if (door.signal.aborted) return;
    const key = { folder, uidValidity, uid: mail.uid };
    const isNew = !again.includes(mail.uid);
    try {
      if (isOurs(mail, door)) {
        await memory.record(key, await fetchMail(client, mail, limit));
        await markTaken(client, door, mail.uid);
      }
      if (!isNew) await memory.recover(key);
      taken += 1;
    } catch (error) {
      await onFailure(client, door, { key, error, mail, taken, limit });
    }
    if (isNew) {
      at = { uidValidity, lastUid: mail.uid };
      await memory.reach(folder, at);
    }
  }
  if (fresh.length === 0) await memory.reach(folder, at);
}

/** Found missing at once; the next comparison finds the others. */
const mostMissing = 500;

/**
 * Our position says how far we have read, not that all below was there to be read: servers make mail visible out of
 * order, and a folder may be restored. So the server's list of mails is laid beside the ledger now and then.
 */
async function compare(
  client: ImapFlow,
  door: ImapDoor,
  limit: Limits,
  folder: string,
  { uidValidity, lastUid }: ImapPosition,
): Promise<void> {
  const { memory, place, since } = door;
  const patient = <T>(work: Promise<T>) => within(limit.patienceMs, work);
  // By days of the server's own calendar, so one more of them is asked for.
  const from = place.takeOld ? {} : { since: new Date(since.getTime() - 2 * dayMs) };
  const search = { uid: `1:${lastUid}`, ...from };
  const uids = lastUid > 0 ? (await patient(client.search(search, { uid: true }))) || [] : [];
  const unknown = await memory.unknown(folder, uidValidity, uids);
  const looked = unknown.slice(0, mostMissing);
  const there = looked.length > 0 ? await patient(list(client, looked.join(","), () => true)) : [];
  const missing = there.filter((mail) => isOurs(mail, door)).map(({ uid }) => uid);
  const older = looked.length - missing.length;
  const more = unknown.length > looked.length;
  await memory.compared(folder, { uidValidity, serverMails: uids.length - older, missing, more });
  if (missing.length > 0) door.log.warn({ folder, missing: missing.length }, "mails had been passed over");
}

function isOurs({ internalDate }: Listed, { place, since }: ImapDoor): boolean {
  if (place.takeOld || !internalDate) return true;
  return new Date(internalDate).getTime() > since.getTime() - dayMs;
}

/** After the commit only. A flag that cannot be set loses nothing: our own position counts, never \Seen. */
async function markTaken(client: ImapFlow, { place, log }: ImapDoor, uid: number): Promise<void> {
  try {
    if (place.afterwards === "move" && place.moveTo) {
      await client.messageMove(String(uid), place.moveTo, { uid: true });
    } else {
      await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
    }
  } catch (error) {
    log.debug({ error: saidBy(error) }, "a mail could not be marked on the server");
    if (!client.usable) throw new Gone();
  }
}

/** The connection went away after the mail was committed. */
class Gone extends Error {}

/**
 * One bad mail must not hold up the others: its tries are counted, and after the last a stand-in is filed for a
 * person. A failure of the connection or of our database ends the session instead and counts against no mail,
 * unless it was the connection's first mail: a server that dies of one mail dies of it each time.
 */
async function onFailure(
  client: ImapFlow,
  { memory, log }: ImapDoor,
  at: { key: ImapUid; error: unknown; mail: Listed; taken: number; limit: Limits },
): Promise<void> {
  const { key, error } = at;
  if (error instanceof Gone) throw error;
  const aboutMail = isServiceError(error) || isFetchError(error);
  if (client.usable && !aboutMail) throw error;
  if (!client.usable && at.taken > 0) throw error;
  const isLast = await memory.stumble(key, saidBy(error));
  log.warn({ uid: key.uid, error: saidBy(error), isLast }, "a mail could not be taken");
  if (isLast) await memory.record(key, await standIn(client, key, saidBy(error)));
  if (!client.usable) throw error;
}

const isServiceError = (error: unknown) => error instanceof Error && error.name === "ServiceError";
/** Said by the server about this fetch, or nothing came. */
const isFetchError = (error: unknown) =>
  error instanceof Error &&
  (Reflect.get(error, "responseStatus") !== undefined || /^the server /.test(error.message));
