import type { CustomerOrder, OrderStatus } from "#lib/domain/customers/order.ts";

/** How an order is told: as a source, line by line, and as sentences of an answer. Korean in 해요체. */
export type OrderWords = {
  title: (number: string) => string;
  date: (at: Date, timeZone: string) => string;
  record: {
    number: string;
    items: string;
    placed: string;
    expected: string;
    delivered: string;
    status: string;
    carrier: string;
    tracking: string;
    link: string;
  };
  status: Record<OrderStatus, string>;
  about: (order: { number: string; item: string | null; placed: string; status: OrderStatus }) => string;
  expected: (date: string) => string;
  delivered: (date: string) => string;
  tracking: (carrier: string | null, number: string) => string;
  link: (url: string) => string;
};

const english: OrderWords = {
  title: (number) => `Order ${number}`,
  date: (at, timeZone) =>
    new Intl.DateTimeFormat("en", { year: "numeric", month: "long", day: "numeric", timeZone }).format(at),
  record: {
    number: "Order number",
    items: "Items",
    placed: "Order placed on",
    expected: "Delivery expected on",
    delivered: "Delivered on",
    status: "Order status",
    carrier: "Carrier",
    tracking: "Tracking number",
    link: "Tracking page",
  },
  status: {
    placed: "placed, waiting for payment",
    paid: "paid, not packed yet",
    preparing: "being packed",
    shipped: "shipped, on its way",
    delivered: "delivered",
    cancelled: "cancelled",
    returned: "returned",
    refunded: "refunded",
  },
  about: ({ number, item, placed, status }) =>
    `Order number ${number}${item ? ` (${item})` : ""}, placed on ${placed}, has the status: ${english.status[status]}.`,
  expected: (date) => `Delivery is expected on ${date}.`,
  delivered: (date) => `It was delivered on ${date}.`,
  tracking: (carrier, number) =>
    carrier ? `Tracking number: ${number}, carrier: ${carrier}.` : `Tracking number: ${number}.`,
  link: (url) => `Tracking page: ${url}`,
};

const korean: OrderWords = {
  title: (number) => `주문 ${number}`,
  date: (at, timeZone) =>
    new Intl.DateTimeFormat("ko", { year: "numeric", month: "long", day: "numeric", timeZone }).format(at),
  record: {
    number: "주문 번호",
    items: "상품",
    placed: "주문일",
    expected: "도착 예정일",
    delivered: "배송 완료일",
    status: "주문 상태",
    carrier: "택배사",
    tracking: "운송장 번호",
    link: "배송 조회 주소",
  },
  status: {
    placed: "결제 대기 중",
    paid: "결제 완료, 포장 전",
    preparing: "상품 준비 중",
    shipped: "배송 중",
    delivered: "배송 완료",
    cancelled: "주문 취소됨",
    returned: "반품됨",
    refunded: "환불됨",
  },
  about: ({ number, item, placed, status }) =>
    `주문일 ${placed}, 주문 번호 ${number}${item ? ` 상품(${item})` : " 상품"}의 주문 상태는 ‘${korean.status[status]}’이에요.`,
  expected: (date) => `도착 예정일은 ${date}이에요.`,
  delivered: (date) => `배송 완료일은 ${date}이에요.`,
  tracking: (carrier, number) =>
    carrier ? `운송장 번호: ${number}, 택배사: ${carrier}.` : `운송장 번호: ${number}.`,
  link: (url) => `배송 조회 주소: ${url}`,
};

const words: Readonly<Record<string, OrderWords>> = { en: english, ko: korean };

export function orderWordsFor(language: string): OrderWords | null {
  return words[language] ?? null;
}

/** The order as it stands in the shop's system, for the agent and the check to read. */
export function recordOf(order: CustomerOrder, words: OrderWords, timeZone: string): string {
  const { record } = words;
  const on = (at: Date | null) => at && words.date(at, timeZone);
  const { carrier, number, url } = order.tracking ?? {};
  const lines: [string, string | null | undefined][] = [
    [record.number, order.number],
    [record.items, order.items.map(({ name }) => name).join(", ") || null],
    [record.placed, on(order.placedAt)],
    [record.status, words.status[order.status]],
    [record.expected, on(order.expectedAt)],
    [record.delivered, on(order.deliveredAt)],
    [record.carrier, carrier],
    [record.tracking, number],
    [record.link, url],
  ];
  return lines.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])).join("\n");
}
