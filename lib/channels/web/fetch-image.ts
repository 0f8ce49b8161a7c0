import { lookup } from "node:dns/promises";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP } from "node:net";
import { imageType } from "#lib/domain/files/image-type.ts";
import { isPublicAddress } from "../webhook/public-address.ts";

export type ImageAnswer =
  | { kind: "fetched"; type: string; bytes: Buffer }
  | {
      kind: "refused";
      reason:
        | "bad_address"
        | "private_address"
        | "not_found"
        | "redirects"
        | "not_an_image"
        | "too_large"
        | "unreachable";
    };

export interface FetchImageOptions {
  signal: AbortSignal;
  /** All addresses of a host; the system's resolver unless a test brings another. */
  resolve?: (host: string) => Promise<string[]>;
  /** Whether an address and port may be reached; a test lets its own server be reached. */
  mayReach?: (address: string, port: number) => boolean;
}

const maxBytes = 5 << 20;
const maxRedirects = 3;
const budgetMs = 10_000;

/**
 * Fetches a picture named by a stranger. Only http and https on their usual ports; the name is resolved once, every
 * address must be public, and the connection goes to the checked address, so that a second answer of the name
 * server changes nothing. Redirects pass the same door. Sends no cookie, no referrer and the same words for everybody;
 * takes at most 5 MB in 10 s, and only what begins like a picture. Never throws for what the other side does.
 */
export async function fetchImage(url: string, options: FetchImageOptions): Promise<ImageAnswer> {
  const signal = AbortSignal.any([options.signal, AbortSignal.timeout(budgetMs)]);
  let next: string = url;
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const target = await doorFor(next, options);
    if ("refused" in target) return { kind: "refused", reason: target.refused };
    const answer = await get(target, signal).catch(() => null);
    if (!answer) return { kind: "refused", reason: "unreachable" };
    if ("image" in answer) return answer.image;
    const to = URL.parse(answer.location, next);
    if (!to) return { kind: "refused", reason: "bad_address" };
    next = to.href;
  }
  return { kind: "refused", reason: "redirects" };
}

type Target = { url: URL; address: string };

async function doorFor(
  text: string,
  { resolve = resolveAll, mayReach = isPublicDoor }: FetchImageOptions,
): Promise<Target | { refused: "bad_address" | "private_address" | "unreachable" }> {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    return { refused: "bad_address" };
  // The URL parser has already turned 2130706433 and 0x7f.1 into dotted form.
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const addresses = isIP(host) ? [host] : await resolve(host).catch(() => []);
  if (addresses.length === 0) return { refused: "unreachable" };
  const port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  if (!addresses.every((address) => mayReach(address, port))) return { refused: "private_address" };
  return { url, address: addresses[0]! };
}

const isPublicDoor = (address: string, port: number) =>
  isPublicAddress(address) && (port === 80 || port === 443);

async function resolveAll(host: string): Promise<string[]> {
  return (await lookup(host, { all: true, verbatim: true })).map((found) => found.address);
}

async function get(
  { url, address }: Target,
  signal: AbortSignal,
): Promise<{ image: ImageAnswer } | { location: string }> {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    const request = url.protocol === "https:" ? httpsRequest : httpRequest;
    request(
      url,
      {
        signal,
        agent: false,
        headers: {
          accept: "image/*",
          "user-agent": "Mozilla/5.0 (image proxy)",
          "accept-encoding": "identity",
        },
        // Pinned: whatever is asked, the checked address is the answer.
        lookup: (_host, wanted, done) => {
          const family = isIP(address);
          if (wanted.all) done(null, [{ address, family }]);
          else done(null, address, family);
        },
      },
      resolve,
    )
      .on("error", reject)
      .end();
  });
  const { statusCode = 0, headers } = response;
  if (statusCode >= 300 && statusCode < 400 && headers.location) {
    response.destroy();
    return { location: headers.location };
  }
  if (statusCode !== 200) {
    response.destroy();
    return { image: { kind: "refused", reason: "not_found" } };
  }
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response as AsyncIterable<Buffer>) {
    pieces.push(piece);
    size += piece.length;
    if (size > maxBytes) {
      response.destroy();
      return { image: { kind: "refused", reason: "too_large" } };
    }
  }
  const bytes = Buffer.concat(pieces);
  const type = imageType(bytes);
  return { image: type ? { kind: "fetched", type, bytes } : { kind: "refused", reason: "not_an_image" } };
}
