import { expect, test } from "vitest";
import { contentKey as keyOf } from "./content-key.ts";
import { digestMail, digestOf } from "./mail-digest.ts";
import {
  bounceAddress,
  outboundOfBounceAddress,
  replyAddress,
  ticketOfReplyAddress,
} from "./reply-address.ts";

const key = Buffer.alloc(32, 7);
const mailbox = "support@desk.example";
const mail = (...lines: string[]) => Buffer.from(lines.join("\r\n"));

test("an answer to the reply address finds its ticket, whatever the letter case", () => {
  const address = replyAddress({ mailbox, ticketNumber: 4821, key });
  expect(ticketOfReplyAddress(address, key)).toBe(4821);
  expect(ticketOfReplyAddress(address.toUpperCase(), key)).toBe(4821);
  expect(address.split("@")[0]!.length).toBeLessThanOrEqual(64);
});

test.each([
  ["another number", (a: string) => a.replace("4821", "4822")],
  ["a changed mac", (a: string) => a.replace(/.@/, (end) => (end === "a@" ? "b@" : "a@"))],
  ["no mac", () => "support+4821@desk.example"],
  ["a mac that is too short", (a: string) => a.replace(/....@/, "@")],
])("%s opens nothing", (_, forge) => {
  expect(ticketOfReplyAddress(forge(replyAddress({ mailbox, ticketNumber: 4821, key })), key)).toBeNull();
});

test("another installation's address opens nothing", () => {
  expect(
    ticketOfReplyAddress(replyAddress({ mailbox, ticketNumber: 1, key: Buffer.alloc(32, 8) }), key),
  ).toBeNull();
});

test("a bounce leads to the very mail, a forged one to none", () => {
  const outboundId = "01899999-0000-7000-8000-0123456789ab";
  const address = bounceAddress({ mailbox, outboundId, key });
  expect(outboundOfBounceAddress(address, key)).toBe(outboundId);
  expect(outboundOfBounceAddress(address.replace("01899999", "01899998"), key)).toBeNull();
});

const contentKey = (address: string, raw: Buffer) => keyOf(address, digestOf(raw));

test.each([
  ["CRLF", "Subject: x\r\nA: b\r\n\r\none\r\ntwo\r\n\r\n"],
  ["bare LF", "Subject: x\n\none\n\ntwo\n\n"],
  ["CR in the middle", "Subject: x\r\n\r\na\rb\r\r\nc\r\n\r\n\rd\r"],
  ["NUL", "Subject: x\r\n\r\n\0a\0"],
  ["no body", "Subject: x\r\nA: b\r\n"],
  ["no header", "\n\nbody"],
])("a mail is the same mail however it is cut: %s", (_, text) => {
  const raw = Buffer.from(text);
  const whole = digestOf(raw);
  for (let first = 0; first <= raw.length; first++) {
    for (let second = first; second <= raw.length; second++) {
      const digest = digestMail();
      for (const piece of [raw.subarray(0, first), raw.subarray(first, second), raw.subarray(second)])
        digest.push(piece);
      expect(digest.end()).toEqual(whole);
    }
  }
});

test("copies that differ in trace headers and line ends are the same mail", () => {
  const one = mail("Received: from a", "\tby b", "Subject: x", "", "hi", "there");
  const two = Buffer.from("Return-Path: <a@b>\nDelivered-To: c\nSubject: x\n\nhi\nthere");
  expect(contentKey(mailbox, one)).toBe(contentKey(mailbox, two));
});

test("a line end with more returns than one is a line end", () => {
  const [one, two] = ["Subject: x\r\n\r\na\r\r\nb\r\n", "Subject: x\r\n\r\na\r\nb\r\n"].map((text) =>
    contentKey(mailbox, Buffer.from(text)),
  );
  expect(one).toBe(two);
});

test.each([
  ["the body", mail("Subject: x", "", "ho")],
  ["a header", mail("Subject: y", "", "hi")],
])("mails that differ in %s are two mails", (_, other) => {
  expect(contentKey(mailbox, other)).not.toBe(contentKey(mailbox, mail("Subject: x", "", "hi")));
});

test("the same mail in two mailboxes has two keys", () => {
  const one = mail("Subject: x", "", "hi");
  expect(contentKey(mailbox, one)).not.toBe(contentKey("billing@desk.example", one));
});
