import { createHmac } from "node:crypto";
import { lookup } from "node:dns/promises";
import { request as requestPlain } from "node:http";
import { request as requestSecure } from "node:https";
import { callableAddress, isPrivateHost } from "#lib/domain/webhooks/callable-address.ts";
import { isPublicAddress } from "./public-address.ts";

const timeoutMs = 10_000;

export type WebhookOutcome =
  | { kind: "sent" }
  /** Worth another try: no answer, a busy server, 5xx. */
  | { kind: "deferred"; error: string }
  /** It will never work: not an https address of the internet, or refused. */
  | { kind: "refused"; error: string };

/**
 * Posts JSON, signed: `Baton-Signature: t=<seconds>,v1=<hex HMAC-SHA-256 of "t.body">`. The name is resolved once
 * and that address is called, no redirect is followed, and of our own network only what the installation names is reached.
 */
export async function callWebhook(call: {
  url: string;
  id: string;
  body: Record<string, unknown>;
  secret: string;
  now: Date;
  /** Hosts of our own network that may be called all the same, by http too. */
  privateHosts: readonly string[];
  signal: AbortSignal;
}): Promise<WebhookOutcome> {
  const callable = callableAddress(call.url, call.privateHosts);
  if (callable !== "yes") return { kind: "refused", error: `the address cannot be called: ${callable}` };
  const url = new URL(call.url);
  const found = await lookup(url.hostname.replace(/^\[|\]$/g, ""), { all: true }).catch(() => []);
  const [address] = found;
  if (!address) return { kind: "deferred", error: "the name is not known" };
  const isOurs = isPrivateHost(call.url, call.privateHosts);
  if (!isOurs && !found.every((one) => isPublicAddress(one.address)))
    return { kind: "refused", error: "the address is not on the internet" };
  const body = JSON.stringify(call.body);
  const seconds = Math.floor(call.now.getTime() / 1000);
  const signature = createHmac("sha256", call.secret).update(`${seconds}.${body}`).digest("hex");
  const request = url.protocol === "https:" ? requestSecure : requestPlain;
  return new Promise((resolve) => {
    const outgoing = request(
      url,
      {
        method: "POST",
        signal: AbortSignal.any([call.signal, AbortSignal.timeout(timeoutMs)]),
        lookup: (_, options, done) =>
          options.all ? done(null, [address] as never) : done(null, address.address, address.family),
        headers: {
          "content-type": "application/json",
          "content-length": Buffer.byteLength(body),
          "user-agent": "Baton",
          "baton-delivery": call.id,
          "baton-signature": `t=${seconds},v1=${signature}`,
        },
      },
      (answer) => {
        answer.resume();
        resolve(outcomeOf(answer.statusCode ?? 0));
      },
    );
    outgoing.on("error", (error) => resolve({ kind: "deferred", error: error.message }));
    outgoing.end(body);
  });
}

function outcomeOf(status: number): WebhookOutcome {
  if (status >= 200 && status < 300) return { kind: "sent" };
  const error = `answered ${status}`;
  const busy = status >= 500 || status === 408 || status === 425 || status === 429;
  return { kind: busy ? "deferred" : "refused", error };
}
