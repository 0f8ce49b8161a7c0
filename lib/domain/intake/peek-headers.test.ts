import { expect, test } from "vitest";
import { mailboxAddresses, peekHeaders } from "./peek-headers.ts";

test.each([
  ["a plain id", "Message-ID: <a@b>\r\n\r\nhi", "a@b"],
  ["a folded id", "Message-ID:\r\n <a@b>\r\n\r\nhi", "a@b"],
  ["an id without brackets", "message-id: a@b\n\nhi", "a@b"],
  ["no id", "Subject: x\n\nMessage-ID: <in-the-body@b>", null],
  ["raw 8-bit bytes", "Message-ID: <\xc8\xaf@b>\n\nhi", null],
])("finds %s", (_, mail, id) => {
  expect(peekHeaders(Buffer.from(mail, "latin1")).messageId).toBe(id);
});

test("bytes that are no mail at all do no harm", () => {
  expect(peekHeaders(Buffer.alloc(1_000_000, 0))).toEqual({ messageId: null, recipients: [] });
});

test("reply addresses lead to their mailbox", () => {
  expect(mailboxAddresses(["Support+t1.abc@Desk.example", "<support@desk.example>", "nonsense"])).toEqual([
    "support@desk.example",
  ]);
});
