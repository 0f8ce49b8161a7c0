import "server-only";
import { BlockList, isIP } from "node:net";
import { env } from "#lib/env.ts";
import { readPeer } from "./mark-peers.ts";

type Headers = { get(name: string): string | null };

/**
 * Whose request this is, for counting. The socket's address, or, behind our own proxies, the last address in
 * X-Forwarded-For that is not one of them. What a stranger writes into the header changes nothing.
 */
export function clientAddress(headers: Headers): string {
  const peer = readPeer(headers);
  if (!peer) return "unknown";
  if (!isTrusted(peer.address)) return peer.address;
  const chain = (headers.get("x-forwarded-for") ?? "").split(",").map((part) => part.trim());
  const outside = chain.reverse().find((address) => isIP(address) !== 0 && !isTrusted(address));
  return outside ?? peer.address;
}

/** Whether the browser runs on this very machine, with nobody between. */
export function isSameMachine(headers: Headers): boolean {
  const peer = readPeer(headers);
  const host = (headers.get("host") ?? "").replace(/:\d+$/, "");
  return (
    peer !== null &&
    !peer.forwarded &&
    (peer.address === "::1" || /^127(\.\d{1,3}){3}$/.test(peer.address)) &&
    // A page elsewhere may point its own name at 127.0.0.1.
    (host === "localhost" || host === "[::1]" || /^127(\.\d{1,3}){3}$/.test(host))
  );
}

let proxies: BlockList | undefined;

function isTrusted(address: string): boolean {
  proxies ??= trustedProxies();
  const family = isIP(address) === 6 ? "ipv6" : "ipv4";
  return isIP(address) !== 0 && proxies.check(address, family);
}

function trustedProxies(): BlockList {
  const list = new BlockList();
  for (const entry of env().web.trustedProxies) {
    const [address, bits] = entry.split("/") as [string, string | undefined];
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (isIP(address) === 0) continue;
    if (bits) list.addSubnet(address, Number(bits), family);
    else list.addAddress(address, family);
  }
  return list;
}
