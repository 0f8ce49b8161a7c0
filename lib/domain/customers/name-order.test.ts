import { expect, test } from "vitest";
import { askedOrder, namedOrders } from "./name-order.ts";
import type { CustomerOrder } from "./order.ts";

test.each<[string, string[]]>([
  ["Where is my order 4711?", ["4711"]],
  ["Order #A-21733 please", ["A21733"]],
  ["주문번호 a-21733은 어디쯤 왔나요?", ["A21733"]],
  ["주문 4711이 아직 안 왔어요", ["4711"]],
  ["I paid 132,000 won on 2026-11-20", []],
  ["89000원 결제했는데 언제 오나요?", []],
  ["It should come at 10:30, in 2 days", []],
])("%s names %j", (text, names) => {
  expect(namedOrders(text)).toEqual(names);
});

const order = (number: string, status: CustomerOrder["status"]): CustomerOrder => ({
  id: number,
  number,
  status,
  placedAt: new Date(0),
  expectedAt: null,
  deliveredAt: null,
  currency: null,
  totalMinor: null,
  items: [],
  tracking: null,
});

test.each<[string, string, CustomerOrder[], string | null]>([
  ["the one that is named", "order 4711?", [order("4711", "shipped"), order("4712", "shipped")], "4711"],
  ["the only one under way", "my parcel?", [order("4711", "delivered"), order("4712", "paid")], "4712"],
  ["none of two under way", "my parcel?", [order("4711", "shipped"), order("4712", "paid")], null],
  ["none when another's is named", "order 9999?", [order("4711", "shipped")], null],
  ["none where there are none", "my parcel?", [], null],
])("asked for is %s", (_, text, own, expected) => {
  const asked = askedOrder(text, own);
  expect(asked.kind === "one" ? asked.order.number : null).toBe(expected);
});
