import type { BouncedRecipient } from "#lib/domain/intake/parsed-email.ts";
import { parseHeaderBlock, type RawHeader } from "./mime-header.ts";
import { personInText } from "./person-text.ts";

const actions = new Set(["failed", "delayed", "delivered", "relayed", "expanded"]);

/**
 * The recipients of a delivery status report (RFC 3464, RFC 6533): groups of fields with blank lines between them. Groups
 * without a recipient speak about the message.
 */
export function readDeliveryStatus(content: Buffer): BouncedRecipient[] {
  const groups = content
    .toString("latin1")
    .replace(/\r\n?/g, "\n")
    .split(/\n[ \t]*\n/)
    .slice(0, 2000)
    .map((group) => parseHeaderBlock(Buffer.from(group, "latin1")));
  return groups.map(recipientOf).filter((recipient) => recipient !== null);
}

function recipientOf(fields: RawHeader[]): BouncedRecipient | null {
  const value = (name: string) => fields.find((field) => field.name === name)?.value ?? null;
  const final = addressOf(value("final-recipient"));
  const original = addressOf(value("original-recipient"));
  const address = preferred(final, original) ?? addressOf(value("x-actual-recipient")) ?? "";
  const action = /^[a-z]+/i.exec(value("action") ?? "")?.[0].toLowerCase() ?? null;
  const diagnostic = value("diagnostic-code")?.replace(/\s+/g, " ").slice(0, 1000) ?? null;
  const status = enhancedStatus(value("status") ?? "") ?? null;
  if (address === "" && action === null && status === null) return null;
  if (address === "" && !value("final-recipient") && !value("original-recipient")) return null;
  return {
    address,
    status: moreSpecific(status, diagnostic),
    action: action && actions.has(action) ? (action as BouncedRecipient["action"]) : null,
    diagnostic: diagnostic?.replace(/^(?:smtp|x-[\w-]+|dns|lmtp)\s*;\s*/i, "") ?? null,
  };
}

/** `rfc822;a@b`, `rfc822; <a@b>`, or only the address. X.400 names and local users without @ are kept as written. */
function addressOf(field: string | null): string | null {
  if (!field) return null;
  const value = field.replace(/^[\w-]+\s*;\s*/, "").trim();
  const found = personInText(value)?.address;
  if (found) return found;
  const bare = value.replace(/^<|>$/g, "").trim().toLowerCase();
  return bare === "" ? null : bare.slice(0, 320);
}

/** The final recipient, unless it is a local name and the original one is a real address. */
function preferred(final: string | null, original: string | null): string | null {
  if (!final) return original;
  return final.includes("@") || !original?.includes("@") ? final : original;
}

/** The first enhanced status code (RFC 3463) in a text; dotted quads and versions do not count. */
export function enhancedStatus(text: string): string | null {
  return /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/.exec(text)?.[1] ?? null;
}

/** Many reporters write `5.0.0` and leave the true code to the diagnostic. */
function moreSpecific(status: string | null, diagnostic: string | null): string | null {
  if (status !== null && !/^[245]\.0\.0$/.test(status)) return status;
  const told = enhancedStatus(diagnostic ?? "");
  return told ?? status;
}
