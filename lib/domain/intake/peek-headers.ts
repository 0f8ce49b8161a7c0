/** What the ledger needs of a mail before anybody has parsed it. */
export type PeekedHeaders = { messageId: string | null; recipients: string[] };

const lookAtBytes = 256 * 1024;
const recipientHeaders = new Set([
  "delivered-to",
  "x-original-to",
  "envelope-to",
  "x-forwarded-to",
  "to",
  "cc",
]);

/**
 * A cheap look at the header block: never throws, reads at most 256 kB, decodes nothing.
 * The delivery's real understanding comes from the parser later.
 */
export function peekHeaders(raw: Uint8Array): PeekedHeaders {
  const head = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, lookAtBytes)).toString(
    "latin1",
  );
  const end = head.search(/\r?\n\r?\n/);
  const lines = (end < 0 ? head : head.slice(0, end)).replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/);

  let messageId: string | null = null;
  const recipients: string[] = [];
  for (const line of lines) {
    const colon = line.indexOf(":");
    if (colon < 1) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1);
    if (name === "message-id") messageId ??= idIn(value);
    else if (recipientHeaders.has(name)) recipients.push(...addressesIn(value));
  }
  return { messageId, recipients };
}

/** The mailbox behind each address: lower-case, without the `+…` of reply addresses. */
export function mailboxAddresses(addresses: readonly string[]): string[] {
  const plain = addresses.map((address) =>
    address
      .trim()
      .toLowerCase()
      .replace(/^<|>$/g, "")
      .replace(/\+[^@]*(?=@)/, ""),
  );
  return [...new Set(plain)].filter((address) => address.includes("@")).slice(0, 1000);
}

function idIn(value: string): string | null {
  const id = (/<([^<>\s]+)>/.exec(value)?.[1] ?? value.trim()).slice(0, 998);
  return id === "" || /[^\x21-\x7e]/.test(id) ? null : id;
}

function addressesIn(value: string): string[] {
  return (value.slice(0, 20_000).match(/[^\s<>,;:"()]+@[^\s<>,;:"()]+/g) ?? []).slice(0, 200);
}
