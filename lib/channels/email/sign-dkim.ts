import { createHash, createSign } from "node:crypto";

export type DkimKey = { domain: string; selector: string; privateKey: string };

/**
 * Named once more than it is there, so that nobody adds a second one and keeps the signature (RFC 6376 §8.15). The
 * bulk fields have to be covered for one-click unsubscription (RFC 8058 §4).
 */
const oversigned = ["from", "reply-to", "subject", "in-reply-to", "to", "cc", "date", "message-id"];
const signed = [
  "references",
  "mime-version",
  "content-type",
  "content-transfer-encoding",
  "auto-submitted",
  "list-unsubscribe",
  "list-unsubscribe-post",
];

/**
 * The mail with a DKIM-Signature on top: rsa-sha256, relaxed/relaxed (RFC 6376 §3.4). nodemailer's own cannot name
 * a field twice.
 */
export function signDkim(raw: Buffer, key: DkimKey, now: Date): Buffer {
  const end = raw.indexOf("\r\n\r\n");
  const head = raw.subarray(0, end < 0 ? raw.length : end).toString("latin1");
  const body = end < 0 ? "" : raw.subarray(end + 4).toString("latin1");
  const fields = head.split(/\r\n(?![ \t])/);
  const named: string[] = [];
  const lines: string[] = [];
  for (const name of [...oversigned, ...signed]) {
    // From the bottom up, as verifiers count.
    const found = fields.filter((field) => field.toLowerCase().startsWith(`${name}:`)).reverse();
    for (const field of found) {
      named.push(name);
      lines.push(relaxedField(field));
    }
    if (oversigned.includes(name)) named.push(name);
  }
  const bodyHash = createHash("sha256").update(relaxedBody(body), "latin1").digest("base64");
  const tags = [
    "v=1; a=rsa-sha256; c=relaxed/relaxed",
    `d=${key.domain}; s=${key.selector}`,
    `t=${Math.floor(now.getTime() / 1000)}`,
    `h=${named.join(":").replace(/(.{50,65}?):/g, "$1:\r\n\t ")}`,
    `bh=${bodyHash}`,
    "b=",
  ];
  const unsigned = `DKIM-Signature: ${tags.join(";\r\n\t")}`;
  const signature = createSign("RSA-SHA256")
    .update([...lines, relaxedField(unsigned)].join("\r\n"), "latin1")
    .sign(key.privateKey, "base64")
    .replace(/(.{70})(?=.)/g, "$1\r\n\t ");
  return Buffer.concat([Buffer.from(`${unsigned}${signature}\r\n`, "latin1"), raw]);
}

function relaxedField(field: string): string {
  const colon = field.indexOf(":");
  const name = field.slice(0, colon).trim().toLowerCase();
  const value = field
    .slice(colon + 1)
    .replace(/\r\n/g, "")
    .replace(/[ \t]+/g, " ")
    .trim();
  return `${name}:${value}`;
}

function relaxedBody(body: string): string {
  const lines = body.split("\r\n").map((line) => line.replace(/[ \t]+/g, " ").replace(/ $/, ""));
  while (lines.length > 0 && lines.at(-1) === "") lines.pop();
  return lines.length > 0 ? `${lines.join("\r\n")}\r\n` : "";
}
