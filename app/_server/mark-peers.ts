import { randomBytes } from "node:crypto";
import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * Next hides the socket from its handlers, and X-Forwarded-For may be written by anybody. So each request is
 * marked, before Next sees it, with the address it really came from. The mark begins with a word that only this
 * process knows; a header of the same name from outside is overwritten.
 */
const header = "x-baton-peer";
const shared = globalThis as { [key: symbol]: string | undefined };
const word = Symbol.for("baton.peer-word");

export type Peer = { address: string; forwarded: boolean };

/** Called once when the server starts. */
export function markPeers(): void {
  if (shared[word]) return;
  shared[word] = randomBytes(16).toString("hex");
  subscribe("http.server.request.start", (message) => {
    const { request } = message as { request: IncomingMessage };
    const forwarded = forwardingHeaders.some((name) => request.headers[name] !== undefined);
    const address = request.socket.remoteAddress ?? "";
    request.headers[header] = `${shared[word]} ${forwarded ? "forwarded" : "direct"} ${address}`;
  });
}

/** The peer of a marked request; null when the mark is missing. */
export function readPeer(headers: { get(name: string): string | null }): Peer | null {
  const [said, how, address] = (headers.get(header) ?? "").split(" ");
  if (!shared[word] || said !== shared[word] || !address) return null;
  return { address: address.replace(/^::ffff:/, ""), forwarded: how === "forwarded" };
}

/** Any of these says that somebody stands between. */
const forwardingHeaders = [
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-forwarded-server",
  "forwarded",
  "x-real-ip",
  "via",
  "cf-connecting-ip",
  "true-client-ip",
  "x-client-ip",
];
