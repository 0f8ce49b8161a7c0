import { expect, test } from "vitest";
import { replyAddress, ticketOfReplyAddress } from "./reply-address.ts";
import { conversationOfSideAddress, sideAddress } from "./side-address.ts";

const key = Buffer.alloc(32, 3);
const mailbox = "support@desk.example";
const mine = sideAddress({ mailbox, conversation: 17, key });

test("a side address leads to its conversation, in any letter case, and to no ticket", () => {
  expect(conversationOfSideAddress(mine.toUpperCase(), key)).toBe(17);
  expect(ticketOfReplyAddress(mine, key)).toBeNull();
});

test.each([
  ["another number with the same mark", mine.replace("s17", "s18")],
  ["another desk's key", sideAddress({ mailbox, conversation: 17, key: Buffer.alloc(32, 4) })],
  ["a ticket's reply address", replyAddress({ mailbox, ticketNumber: 17, key })],
  [
    "a ticket's mark on a side address",
    replyAddress({ mailbox, ticketNumber: 17, key }).replace("+17", "+s17"),
  ],
  ["no mark", "support+s17@desk.example"],
])("%s leads nowhere", (_, address) => {
  expect(conversationOfSideAddress(address, key)).toBeNull();
});
