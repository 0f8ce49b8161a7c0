import { z } from "zod";
import { orderStatuses } from "#lib/domain/customers/order.ts";
import { emailAddress, text } from "../input.ts";

/** An id in somebody else's system. */
export const externalId = () => text(200, 1);
const instant = () => z.iso.datetime({ offset: true });
const scalars = z
  .record(text(100, 1), z.union([text(2000), z.number(), z.boolean(), z.null()]))
  .refine((value) => Object.keys(value).length <= 100, "At most 100 of them.");
const webAddress = z.url({ protocol: /^https?$/, hostname: z.regexes.domain }).max(2000);
const minor = z.int().min(-1e12).max(1e12);

const OrderInput = z.strictObject({
  /** Left out: the number. */
  externalId: externalId().optional(),
  number: text(100, 1),
  status: z.enum(orderStatuses),
  placedAt: instant(),
  expectedAt: instant().nullish(),
  deliveredAt: instant().nullish(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/, "A currency as in ISO 4217: KRW, USD.")
    .nullish(),
  /** In the currency's smallest unit: cents, won. */
  totalMinor: minor.nullish(),
  items: z
    .array(
      z.strictObject({
        name: text(300, 1),
        quantity: z.int().min(0).max(1_000_000).default(1),
        sku: text(100).optional(),
        totalMinor: minor.optional(),
      }),
    )
    .max(200)
    .default([]),
  tracking: z
    .strictObject({
      carrier: text(100).optional(),
      number: text(100).optional(),
      url: webAddress.optional(),
    })
    .nullish(),
});

const EventInput = z.strictObject({
  /** Left out: kind and instant are the event's name. */
  externalId: externalId().optional(),
  kind: text(100, 1),
  at: instant(),
  data: scalars.default({}),
});

export const eventName = (event: z.output<typeof EventInput>): string =>
  event.externalId ?? `${event.kind}@${new Date(event.at).toISOString()}`;

const once = <Row>(nameOf: (row: Row) => string) =>
  [
    (rows: Row[]) => new Set(rows.map(nameOf)).size === rows.length,
    { error: "The same one is given twice." },
  ] as const;

export const CustomerInput = z.strictObject({
  name: text(300).optional(),
  locale: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .nullish(),
  timeZone: z.string().max(60).refine(isTimeZone, "There is no such time zone.").nullish(),
  vip: z.boolean().optional(),
  notes: text(10_000).optional(),
  /** The company's external id; null takes the customer out of it. */
  company: externalId().nullish(),
  /** All of them: what is left out of the object is forgotten. */
  attributes: scalars.optional(),
  addresses: z.array(emailAddress()).max(50).optional(),
  orders: z
    .array(OrderInput)
    .max(500)
    .refine(...once((order: z.output<typeof OrderInput>) => order.externalId ?? order.number))
    .optional(),
  events: z
    .array(EventInput)
    .max(500)
    .refine(...once(eventName))
    .optional(),
});
export type CustomerChanges = z.output<typeof CustomerInput>;

export const CompanyInput = z.strictObject({
  name: text(300, 1),
  domain: z
    .string()
    .trim()
    .toLowerCase()
    .max(253)
    .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
    .nullish(),
  vip: z.boolean().optional(),
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
