import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { checkSender } from "./check-sender.ts";
import { parseEmail } from "./parse-email.ts";
import { signDkim } from "./sign-dkim.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "der" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});
const zone: Record<string, string[][]> = {
  "baton._domainkey.desk.test": [[`v=DKIM1; k=rsa; p=${publicKey.toString("base64")}`]],
  "_dmarc.desk.test": [["v=DMARC1; p=reject"]],
  "_dmarc.strict.test": [["v=DMARC1; p=reject"]],
  "strict.test": [["v=spf1 ip4:192.0.2.1 -all"]],
};
const resolver = async (name: string) => {
  const found = zone[name];
  if (!found) throw Object.assign(new Error("nothing there"), { code: "ENOTFOUND" });
  return found;
};
const written = Buffer.from(
  "From: Support <agent@desk.test>\r\nTo: a@b.test\r\nSubject: =?utf-8?B?7ZmY67aI?=\r\nMessage-ID: <1@desk.test>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nhello  there \r\n\r\n안녕\r\n\r\n\r\n",
);
const signed = signDkim(
  written,
  { domain: "desk.test", selector: "baton", privateKey },
  new Date("2026-11-22T00:00:00Z"),
);
const stranger = { ip: "203.0.113.9", helo: "relay.other.test" };

async function check(raw: Buffer, over: Partial<Parameters<typeof checkSender>[0]> = {}) {
  const { headers } = await parseEmail(raw);
  const { dmarc, policy } = await checkSender({
    raw: () => raw,
    headers,
    peer: stranger,
    envelopeFrom: "bounce@elsewhere.test",
    authservIds: [],
    trustedSealers: [],
    resolver,
    ...over,
  });
  return `${dmarc} ${policy}`;
}

const edited = (from: string | RegExp, to: string) =>
  Buffer.from(signed.toString("latin1").replace(from, to), "latin1");
const claim = (id: string) =>
  Buffer.concat([
    Buffer.from(`Authentication-Results: ${id}; dmarc=pass header.from=strict.test\r\n`),
    unsigned,
  ]);
const unsigned = Buffer.from("From: boss@strict.test\r\nSubject: x\r\n\r\nhi\r\n");

test.each([
  ["signed by us", signed, {}, "pass reject"],
  ["signed by us, through a relay of ours", signed, { peer: { ip: "10.0.0.9", helo: "mx" } }, "pass reject"],
  ["signed by us, over IMAP", signed, { peer: null }, "pass reject"],
  ["with another word in the body", edited("hello", "HELLO"), {}, "fail reject"],
  [
    "with a second From on top",
    Buffer.concat([Buffer.from("From: ceo@desk.test\r\n"), signed]),
    {},
    "none null",
  ],
  [
    "with a second Subject on top",
    Buffer.concat([Buffer.from("Subject: pay\r\n"), signed]),
    {},
    "fail reject",
  ],
  [
    "with an In-Reply-To put in",
    Buffer.concat([Buffer.from("In-Reply-To: <x@y>\r\n"), signed]),
    {},
    "fail reject",
  ],
  ["unsigned, from a foreign server", unsigned, {}, "fail reject"],
  [
    "unsigned, from its own server",
    unsigned,
    { peer: { ip: "192.0.2.1", helo: "mx.strict.test" }, envelopeFrom: "boss@strict.test" },
    "pass reject",
  ],
  ["unsigned, over IMAP: nobody can tell", unsigned, { peer: null }, "none null"],
  [
    "unsigned, with our server's word for it",
    claim("mx.desk.test"),
    { peer: null, authservIds: ["mx.desk.test"] },
    "pass null",
  ],
  [
    "unsigned, with a foreign server's word",
    claim("mx.evil.test"),
    { peer: null, authservIds: ["mx.desk.test"] },
    "none null",
  ],
  [
    "unsigned, with our name forged by a stranger",
    claim("mx.desk.test"),
    { authservIds: ["mx.desk.test"] },
    "fail reject",
  ],
])("a mail %s", async (_, raw, over, verdict) => {
  expect(await check(raw, over)).toBe(verdict);
});

test("a name server that fails is nobody's fault", async () => {
  const down = async () => {
    throw Object.assign(new Error("no answer"), { code: "ETIMEOUT" });
  };
  expect(await check(signed, { resolver: down })).toBe("none null");
});
