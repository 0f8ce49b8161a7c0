import { boolean, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { atMost, createdAt, id } from "./columns.ts";

/** Other systems that the desk may call. The secret is kept encrypted; it is shown once, when it is made. */
export const webhooks = pgTable(
  "webhooks",
  {
    id: id(),
    name: text("name").notNull(),
    url: text("url").notNull(),
    secret: text("secret").notNull(),
    active: boolean("active").notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("webhooks_name").on(t.name),
    atMost("webhooks_name_length", t.name, 100),
    atMost("webhooks_url_length", t.url, 2000),
  ],
);
