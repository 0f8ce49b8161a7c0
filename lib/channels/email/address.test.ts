import { expect, test } from "vitest";
import { isStrictAddress, parseAddressList, senderVerdict } from "./address.ts";

const binary = (text: string) => Buffer.from(text, "utf8").toString("latin1");
const list = (text: string) => parseAddressList(binary(text)).map(({ name, address }) => [name, address]);

test.each([
  ["a@b.example", [["", "a@b.example"]]],
  ["Kim <KIM@B.Example>", [["Kim", "kim@b.example"]]],
  [
    '"Kim, Hana" <kim@b.example>, lee@b.example',
    [
      ["Kim, Hana", "kim@b.example"],
      ["", "lee@b.example"],
    ],
  ],
  ["Kim, Hana <kim@b.example>", [["Kim, Hana", "kim@b.example"]]],
  ["kim@b.example (Hana Kim)", [["Hana Kim", "kim@b.example"]]],
  ["=?utf-8?b?6rmA7ZWY64KY?= <kim@b.example>", [["김하나", "kim@b.example"]]],
  ["김하나 <kim@b.example>", [["김하나", "kim@b.example"]]],
  [
    "friends: a@b.example, c@d.example;, e@f.example",
    [
      ["", "a@b.example"],
      ["", "c@d.example"],
      ["", "e@f.example"],
    ],
  ],
  ["undisclosed-recipients:;", []],
  ["<@old.example:kim@b.example>", [["", "kim@b.example"]]],
])("%s is read", (header, mailboxes) => {
  expect(list(header)).toEqual(mailboxes);
});

test.each([
  ["agent@desk.example\0@evil.example"],
  ["agent@desk.example;mallory@evil.example"],
  ['"agent@desk.example"@evil.example'],
  ["=?utf-8?q?agent=40desk.example?="],
  ["=?utf-8?Q?agent?=@desk.example"],
  ["agent@desk .example"],
  ["Agent <agent@desk.example> <mallory@evil.example>"],
  ["agent@desk.example, mallory@evil.example"],
  ["agent"],
  [""],
])("nobody is taken for the sender of From %j", (from) => {
  expect(senderVerdict([binary(from)], null).kind).toBe("unverified");
});

test.each([
  ["=?utf-8?B?YWdlbnRAZGVzay5leGFtcGxlPg==?= <mallory@evil.example>"],
  ['"agent@desk.example> x" <mallory@evil.example>'],
  ["agent＠desk.example <mallory@evil.example>"],
])("the name in From %j never becomes the address", (from) => {
  expect(senderVerdict([binary(from)], null)).toMatchObject({
    kind: "known",
    address: "mallory@evil.example",
  });
});

test("two From headers verify nobody", () => {
  expect(senderVerdict(["a@b.example", "a@b.example"], null).kind).toBe("unverified");
});

test.each([
  ["a@b.example", true],
  ["a.b+c@b-d.example", true],
  ["홍@예시.한국", true],
  ["a..b@c.example", false],
  ["a@b@c.example", false],
  ['"a b"@c.example', false],
  ["a@[127.0.0.1]", false],
  ["a@-b.example", false],
])("%s is a plain address: %s", (address, strict) => {
  expect(isStrictAddress(address)).toBe(strict);
});
