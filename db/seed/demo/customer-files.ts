import { people } from "./story.ts";

/** Days before now that an order was placed, is expected and came; what the shop's system says of it. */
type DemoOrder = {
  number: string;
  status: "placed" | "paid" | "preparing" | "shipped" | "delivered" | "returned" | "refunded" | "cancelled";
  daysAgo: number;
  expectedInDays?: number;
  deliveredDaysAgo?: number;
  item: string;
  won: number;
  tracking?: string;
};
type DemoFile = { who: string; since: number; orders: DemoOrder[] };

const file = (who: string, since: number, ...orders: DemoOrder[]): DemoFile => ({ who, since, orders });

/** The shop's side of the stories: what these people bought, under the numbers that they name. */
export const customerFiles: DemoFile[] = [
  file("olivia", 400, {
    number: "A-21655",
    status: "shipped",
    daysAgo: 12,
    expectedInDays: 1,
    item: "Headlamp Dawn 400",
    won: 59_000,
    tracking: "6210 4471 9032",
  }),
  file(
    "minji",
    820,
    {
      number: "A-21791",
      status: "shipped",
      daysAgo: 2,
      expectedInDays: 1,
      item: "등산 스틱 2단",
      won: 74_000,
      tracking: "6210 5520 1177",
    },
    {
      number: "A-19020",
      status: "delivered",
      daysAgo: 190,
      deliveredDaysAgo: 188,
      item: "경량 우비",
      won: 48_000,
      tracking: "6188 0042 7715",
    },
  ),
  file("junho", 95, {
    number: "A-21706",
    status: "shipped",
    daysAgo: 5,
    expectedInDays: 1,
    item: "배낭 능선 38L",
    won: 168_000,
    tracking: "6210 4893 0046",
  }),
  file("liam", 230, {
    number: "A-21733",
    status: "shipped",
    daysAgo: 4,
    expectedInDays: 1,
    item: "Trail shoes Bawi, 275 mm",
    won: 139_000,
    tracking: "6210 5105 3388",
  }),
  file("hyunwoo", 1100, {
    number: "A-21490",
    status: "delivered",
    daysAgo: 17,
    deliveredDaysAgo: 1,
    item: "3인용 텐트 별밤",
    won: 329_000,
    tracking: "6209 9017 4420",
  }),
  file("hannah", 610, {
    number: "A-21790",
    status: "delivered",
    daysAgo: 4,
    deliveredDaysAgo: 2,
    item: "Gas stove Ember",
    won: 88_000,
    tracking: "6210 5516 8821",
  }),
  file("yuna", 45, {
    number: "A-21822",
    status: "preparing",
    daysAgo: 0,
    expectedInDays: 2,
    item: "침낭 겨울밤 -10",
    won: 189_000,
  }),
  file("rob", 365, {
    number: "A-21688",
    status: "shipped",
    daysAgo: 6,
    expectedInDays: 1,
    item: "Down jacket Halla, L",
    won: 259_000,
    tracking: "6210 4702 5519",
  }),
  file("woojin", 700, {
    number: "A-21811",
    status: "preparing",
    daysAgo: 1,
    expectedInDays: 3,
    item: "2인용 텐트 새벽",
    won: 249_000,
  }),
  file("noah", 20, {
    number: "A-21797",
    status: "shipped",
    daysAgo: 2,
    expectedInDays: 1,
    item: "Water filter Mul",
    won: 65_000,
    tracking: "6210 5527 4410",
  }),
  file(
    "seoyeon",
    2100,
    {
      number: "A-21740",
      status: "delivered",
      daysAgo: 9,
      deliveredDaysAgo: 7,
      item: "고어텍스 재킷 한라",
      won: 412_000,
      tracking: "6210 5111 2094",
    },
    {
      number: "A-20915",
      status: "delivered",
      daysAgo: 60,
      deliveredDaysAgo: 58,
      item: "등산화 바위 240mm",
      won: 179_000,
      tracking: "6205 7719 3003",
    },
  ),
  file(
    "priya",
    1500,
    {
      number: "A-21602",
      status: "returned",
      daysAgo: 24,
      item: "Rain jacket Jiri, S",
      won: 198_000,
      tracking: "6210 3381 6672",
    },
    {
      number: "A-21775",
      status: "paid",
      daysAgo: 1,
      expectedInDays: 3,
      item: "Rain jacket Jiri, M",
      won: 198_000,
    },
  ),
];

const dayMs = 86_400_000;

/** One file as the shop's system would send it. */
export function customerFileOf({ who, since, orders }: DemoFile, now: Date) {
  const person = people[who]!;
  const daysAgo = (days: number) => new Date(now.getTime() - days * dayMs).toISOString();
  return {
    name: person.name,
    addresses: [person.address],
    locale: /\p{Script=Hangul}/u.test(person.name) ? "ko" : "en",
    orders: orders.map(({ number, status, item, won, tracking, ...times }) => ({
      externalId: number,
      number,
      status,
      placedAt: daysAgo(times.daysAgo),
      expectedAt: times.expectedInDays === undefined ? null : daysAgo(-times.expectedInDays),
      deliveredAt: times.deliveredDaysAgo === undefined ? null : daysAgo(times.deliveredDaysAgo),
      currency: "KRW",
      totalMinor: won,
      items: [{ name: item, quantity: 1 }],
      tracking: tracking ? { carrier: "Hanbit Parcel", number: tracking } : null,
    })),
    events: [
      { externalId: "signed-up", kind: "signed_up", at: daysAgo(since), data: {} },
      ...orders.map(({ number, daysAgo: days }) => ({
        externalId: `paid-${number}`,
        kind: "order_paid",
        at: daysAgo(days),
        data: { order: number },
      })),
    ],
  };
}
