import type { HeaderLine } from "#lib/domain/intake/parsed-email.ts";
import type { SenderChecks } from "#lib/domain/intake/who-may-append.ts";

/**
 * What a server of ours found out before us (RFC 8601). Only the topmost field of a name we know counts: our server
 * writes on top, and what stands below a foreign one may be anybody's. Null when there is none.
 */
export function dmarcIn(
  headers: readonly HeaderLine[],
  authservIds: readonly string[],
): Pick<SenderChecks, "dmarc" | "policy"> | null {
  const top = headers.find(({ name }) => name === "authentication-results");
  if (!top || authservIds.length === 0) return null;
  const value = withoutComments(top.value);
  const id = /^\s*([^\s;]+)/.exec(value)?.[1]?.toLowerCase() ?? "";
  if (!authservIds.some((known) => known.toLowerCase() === id)) return null;
  const result = /(?:^|;)\s*dmarc\s*=\s*([a-z]+)/i.exec(value)?.[1]?.toLowerCase();
  if (!result) return null;
  // Gmail and others give the policy in the comment: `dmarc=fail (p=REJECT sp=NONE)`.
  const comment = /dmarc\s*=\s*[a-z]+\s*\([^)]*\bp=([a-z]+)/i.exec(top.value)?.[1];
  const property = /\bpolicy\.(?:published-domain-policy|dmarc)\s*=\s*([a-z]+)/i.exec(value)?.[1];
  const policy = (comment ?? property ?? "").toLowerCase();
  return {
    dmarc: result === "pass" || result === "bestguesspass" ? "pass" : result === "fail" ? "fail" : "none",
    policy: policy === "reject" || policy === "quarantine" || policy === "none" ? policy : null,
  };
}

const withoutComments = (text: string) => text.slice(0, 5_000).replace(/\([^()]*\)/g, " ");
