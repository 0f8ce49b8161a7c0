/** Where an order stands, in the words a shop's own system uses least differently. */
export const orderStatuses = [
  "placed",
  "paid",
  "preparing",
  "shipped",
  "delivered",
  "cancelled",
  "returned",
  "refunded",
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export type OrderItem = { name: string; quantity: number; sku?: string; totalMinor?: number };
export type Tracking = { carrier?: string; number?: string; url?: string };

/** What the shop's system says of one order of one customer. */
export type CustomerOrder = {
  id: string;
  number: string;
  status: OrderStatus;
  placedAt: Date;
  expectedAt: Date | null;
  deliveredAt: Date | null;
  /** ISO 4217. */
  currency: string | null;
  /** In the currency's smallest unit: cents, won. */
  totalMinor: number | null;
  items: OrderItem[];
  tracking: Tracking | null;
};

/** The orders of the customer who asks, and of nobody else: the query that reads them sees to that. */
export type OwnOrders = { orders: readonly (CustomerOrder & { updatedAt: Date })[]; timeZone: string };
