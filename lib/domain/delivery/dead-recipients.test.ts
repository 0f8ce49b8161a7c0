import { expect, test } from "vitest";
import { deadRecipients, type FailedRecipient } from "./dead-recipients.ts";

const failed = (address: string, status: string | null): FailedRecipient => ({ address, status });

test.each<[string, string[], FailedRecipient[], number, string[]]>([
  ["no such mailbox", ["a@x"], [failed("A@x", "5.1.1")], 0, ["a@x"]],
  ["an alias whose end is gone", ["a@x"], [failed("other@y", "5.1.1")], 0, ["a@x"]],
  ["a name that the mail never went to", ["a@x", "b@x"], [failed("victim@y", "5.1.1")], 0, []],
  ["one of two", ["a@x", "b@x"], [failed("b@x", "5.1.2")], 0, ["b@x"]],
  ["a full mailbox", ["a@x"], [failed("a@x", "4.2.2")], 9, []],
  ["a refusal", ["a@x"], [failed("a@x", "5.7.1")], 0, []],
  ["a third refusal", ["a@x"], [failed("a@x", "5.7.1")], 2, ["a@x"]],
  ["no word of why", ["a@x"], [failed("a@x", null)], 9, []],
])("%s: %s", (_, sentTo, reported, earlier, dead) => {
  expect(deadRecipients(sentTo, reported, () => earlier)).toEqual(dead);
});
