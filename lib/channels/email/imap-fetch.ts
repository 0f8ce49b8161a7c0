import type { FetchMessageObject, ImapFlow } from "imapflow";
import type { ImapUid } from "./imap-door.ts";
import { standInFor } from "./stand-in-email.ts";

export type Patience = {
  /** A server that does not answer for so long is left. */
  patienceMs: number;
  mailBytes: number;
};

export type Listed = Pick<FetchMessageObject, "uid" | "size" | "internalDate">;

export async function list(
  client: ImapFlow,
  range: string,
  wanted: (uid: number) => boolean,
): Promise<Listed[]> {
  const found = await client.fetchAll(range, { uid: true, size: true, internalDate: true }, { uid: true });
  // `n:*` names the last mail even when its uid is below n.
  return found.filter(({ uid }) => wanted(uid)).sort((a, b) => a.uid - b.uid);
}

/** By BODY.PEEK: reading changes nothing on the server. What is large comes in pieces. */
export async function fetchMail(
  client: ImapFlow,
  { uid, size = 0 }: Listed,
  limit: Patience,
): Promise<Buffer | AsyncIterable<Buffer>> {
  if (size > pieceBytes && size <= limit.mailBytes) return inPieces(client, uid, size, limit);
  const isLarge = size > limit.mailBytes;
  const query = isLarge ? { headers: true } : { source: true };
  const mail = await within(limit.patienceMs * 2, client.fetchOne(String(uid), query, { uid: true }));
  if (!mail) throw new Error("the server does not have it any more");
  if (isLarge) return standInFor(mail.headers ?? null, { kind: "too_large", bytes: size });
  if (!mail.source?.length) throw new Error("the server gave an empty message");
  return mail.source;
}

const pieceBytes = 1 << 20;

/** Ends with the first piece that is not full: a server's word about the size of a mail may be wrong. */
async function* inPieces(
  client: ImapFlow,
  uid: number,
  size: number,
  limit: Patience,
): AsyncGenerator<Buffer> {
  for (let start = 0; ; start += pieceBytes) {
    if (start > limit.mailBytes) throw new Error("the server sent more than it had announced");
    const query = { source: { start, maxLength: pieceBytes } };
    const mail = await within(limit.patienceMs * 2, client.fetchOne(String(uid), query, { uid: true }));
    const piece = mail ? mail.source : undefined;
    if (!piece && start < size) throw new Error("the server gave only a part of the message");
    if (piece?.length) yield piece;
    if (piece?.length !== pieceBytes) return;
  }
}

/** For a mail that could not be taken in its tries: its headers, if the server gives them, and what went wrong. */
export async function standIn(client: ImapFlow, { uid, folder }: ImapUid, error: string): Promise<Buffer> {
  const headers = client.usable
    ? await within(20_000, client.fetchOne(String(uid), { headers: true }, { uid: true })).catch(() => false)
    : false;
  const found = headers ? (headers as FetchMessageObject).headers : null;
  return standInFor(found ?? null, { kind: "unreadable", uid, folder, error });
}

export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the server took too long")), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
