import { promises as dns, Resolver } from "node:dns";
import { isIP } from "node:net";
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { authenticate, type DNSResolver } from "mailauth";
import type { HeaderLine } from "#lib/domain/intake/parsed-email.ts";
import type { SenderChecks } from "#lib/domain/intake/who-may-append.ts";
import { dmarcIn } from "./authentication-results.ts";

export type { DNSResolver };

export type CheckSender = {
  /** Opened only when there is something to verify. */
  raw: () => Readable | Buffer;
  headers: readonly HeaderLine[];
  /** Who brought the mail to our own SMTP door; null for the other doors. */
  peer: { ip: string; helo: string } | null;
  envelopeFrom: string;
  /** Whose Authentication-Results we believe. Written by others under these names they are believed only when the mail did not come from a stranger's server. */
  authservIds: readonly string[];
  trustedSealers: readonly string[];
  resolver?: DNSResolver;
};

export type SenderCheck = SenderChecks & {
  /** For the ledger: what each check said, in its own words. */
  said: Record<string, string>;
};

const wholeCheckMs = 10_000;
const unknown: SenderCheck = { dmarc: "none", policy: null, arcPass: false, said: {} };

/**
 * What SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489) and ARC (RFC 8617) say about the sender. Never throws:
 * what cannot be found out is `none`. Behind a relay of our own the peer's address proves nothing, so there a missing
 * pass is `none` too, unless the relay says `fail` itself.
 */
export async function checkSender(mail: CheckSender): Promise<SenderCheck> {
  const stranger = mail.peer !== null && isPublic(mail.peer.ip);
  const told = stranger ? null : dmarcIn(mail.headers, mail.authservIds);
  if (told) return { ...told, arcPass: false, said: { by: "authentication-results", dmarc: told.dmarc } };
  const names = new Set(mail.headers.map((header) => header.name));
  const signed = names.has("dkim-signature") || names.has("arc-seal");
  if (!stranger && !signed) return unknown;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<SenderCheck>((resolve) => {
    timer = setTimeout(() => resolve({ ...unknown, said: { error: "took too long" } }), wholeCheckMs);
  });
  return Promise.race([verify(mail, stranger), late])
    .catch((error: unknown) => ({ ...unknown, said: { error: wordOf(error) } }))
    .finally(() => clearTimeout(timer));
}

async function verify(mail: CheckSender, stranger: boolean): Promise<SenderCheck> {
  const { dkim, spf, dmarc, arc } = await authenticate(mail.raw(), {
    resolver: mail.resolver ?? askDns,
    minBitLength: 1024,
    sender: mail.envelopeFrom,
    ...(stranger && mail.peer && { ip: mail.peer.ip, helo: mail.peer.helo }),
  });
  const result = dmarc ? dmarc.status.result : "none";
  const sealer = arc ? (arc.signature ? (arc.signature.signingDomain ?? "") : "").toLowerCase() : "";
  const sealed = arc ? arc.status.result === "pass" && mail.trustedSealers.includes(sealer) : false;
  const vouched = sealed && /\bdmarc=pass\b/i.test(arcVerdict(mail.headers));
  const policy = dmarc ? (dmarc.policy ? policyOf(dmarc.policy) : null) : null;
  return {
    // Without the peer's address SPF could not help, so only a signature can prove, and nothing can disprove.
    dmarc: result === "pass" ? "pass" : result === "fail" && stranger ? "fail" : "none",
    policy,
    arcPass: vouched,
    said: {
      dmarc: result,
      ...(policy && { policy }),
      ...(spf && { spf: spf.status.result }),
      dkim:
        dkim.results
          .slice(0, 5)
          .map((one) => `${one.status.result} ${one.signingDomain ?? ""}`.trim())
          .join(", ") || "none",
      ...(arc && arc.status.result !== "none" && { arc: `${arc.status.result} ${sealer}`.trim() }),
    },
  };
}

const policyOf = (text: string): SenderChecks["policy"] =>
  text === "reject" || text === "quarantine" || text === "none" ? text : null;

/** The newest ARC-Authentication-Results: what the last sealer saw. */
const arcVerdict = (headers: readonly HeaderLine[]) =>
  headers.find(({ name }) => name === "arc-authentication-results")?.value ?? "";

const resolver = new Resolver({ timeout: 2_000, tries: 2 });
const resolve = promisify(resolver.resolve.bind(resolver)) as (
  name: string,
  type: string,
) => Promise<unknown>;

/** After so many failures in a row nobody is asked for a while: without a name server each mail would wait. */
const breaker = { failures: 0, closedUntil: 0, after: 3, pauseMs: 60_000 };

const askDns: DNSResolver = async (name, type) => {
  if (performance.now() < breaker.closedUntil)
    throw Object.assign(new Error("no name server"), { code: "ETIMEOUT" });
  try {
    const answer = await resolve(name, type);
    breaker.failures = 0;
    return answer as string[];
  } catch (error) {
    const code: unknown = Reflect.get(Object(error), "code");
    if (code === dns.TIMEOUT || code === dns.CONNREFUSED) {
      breaker.failures += 1;
      if (breaker.failures >= breaker.after) breaker.closedUntil = performance.now() + breaker.pauseMs;
    } else breaker.failures = 0;
    throw error;
  }
};

/** Not this machine, not our own network (RFC 1918, 4193, 6598, 3927). */
export function isPublic(address: string): boolean {
  const ip = address.replace(/^::ffff:/i, "");
  if (isIP(ip) === 4) {
    return !/^(?:10\.|127\.|0\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(
      ip,
    );
  }
  return isIP(ip) === 6 && !/^(?:::1?$|f[cd]|fe[89ab])/i.test(ip);
}

const wordOf = (error: unknown) => (error instanceof Error ? error.message : String(error)).slice(0, 200);
