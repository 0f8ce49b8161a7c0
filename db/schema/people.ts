import { sql } from "drizzle-orm";
import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { roles, type Scope, scopes } from "../../lib/domain/people/permissions.ts";
import { atMost, type BothLanguages, createdAt, id, instant, oneOf } from "./columns.ts";

export const agents = pgTable(
  "agents",
  {
    id: id(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role", { enum: roles }).notNull().default("agent"),
    /** Argon2id in PHC form; null until the set-up link was used. */
    passwordHash: text("password_hash"),
    locale: text("locale", { enum: ["en", "ko"] })
      .notNull()
      .default("en"),
    timeZone: text("time_zone").notNull().default("Asia/Seoul"),
    availability: text("availability", { enum: ["online", "away", "offline"] })
      .notNull()
      .default("offline"),
    availabilityChangedAt: instant("availability_changed_at"),
    /** When an away person said they are back. */
    backAt: instant("back_at"),
    /** Open tickets this agent takes at once. */
    capacity: smallint("capacity").notNull().default(8),
    calendarId: uuid("calendar_id"),
    active: boolean("active").notNull().default(true),
    lastAssignedAt: instant("last_assigned_at"),
    preferences: jsonb("preferences").$type<Record<string, unknown>>().notNull().default({}),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("agents_email").on(sql`lower(${t.email})`),
    oneOf("agents_role", t.role, roles),
    atMost("agents_name_length", t.name, 200),
    atMost("agents_email_length", t.email, 320),
  ],
);

/** One row a signed-in browser. Checked on every request, so revoking works at once. */
export const sessions = pgTable(
  "sessions",
  {
    id: id(),
    agentId: uuid("agent_id")
      .notNull()
      // A deleted agent has no sessions.
      .references(() => agents.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
    lastSeenAt: instant("last_seen_at").notNull(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    userAgent: text("user_agent").notNull().default(""),
  },
  (t) => [index("sessions_of_agent").on(t.agentId), atMost("sessions_user_agent_length", t.userAgent, 400)],
);

/** Set-up, invitation and password-reset links: single use, hashed. */
export const oneTimeTokens = pgTable(
  "one_time_tokens",
  {
    id: id(),
    purpose: text("purpose", { enum: ["set_up", "invite", "reset"] }).notNull(),
    agentId: uuid("agent_id")
      .notNull()
      // A link to nobody is no link.
      .references(() => agents.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    expiresAt: instant("expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: createdAt(),
  },
  (t) => [uniqueIndex("one_time_tokens_hash").on(t.tokenHash)],
);

export const apiTokens = pgTable(
  "api_tokens",
  {
    id: id(),
    name: text("name").notNull(),
    /** First characters, to recognise a token by; the rest is only kept as SHA-256. */
    prefix: text("prefix").notNull(),
    tokenHash: text("token_hash").notNull(),
    scopes: text("scopes").array().$type<Scope[]>().notNull(),
    // The token outlives the person who made it; an admin revokes it.
    createdBy: uuid("created_by").references(() => agents.id, { onDelete: "set null" }),
    createdAt: createdAt(),
    lastUsedAt: instant("last_used_at"),
    revokedAt: instant("revoked_at"),
  },
  (t) => [uniqueIndex("api_tokens_hash").on(t.tokenHash), atMost("api_tokens_name_length", t.name, 200)],
);
export const allScopes = scopes;

export const skills = pgTable(
  "skills",
  {
    id: id(),
    /** `lang:ko`, `topic:refund`, `level:senior`: what triage asks for. */
    key: text("key").notNull().unique(),
    name: jsonb("name").$type<BothLanguages>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [atMost("skills_key_length", t.key, 64)],
);

export const agentSkills = pgTable(
  "agent_skills",
  {
    // Both ends own the pair: without one of them it says nothing.
    agentId: uuid("agent_id")
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
    skillId: uuid("skill_id")
      .notNull()
      .references(() => skills.id, { onDelete: "cascade" }),
    level: smallint("level").notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.agentId, t.skillId] })],
);

export const companies = pgTable(
  "companies",
  {
    id: id(),
    name: text("name").notNull(),
    externalId: text("external_id").unique(),
    domain: text("domain"),
    vip: boolean("vip").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [atMost("companies_name_length", t.name, 300)],
);

export const customers = pgTable(
  "customers",
  {
    id: id(),
    name: text("name").notNull().default(""),
    externalId: text("external_id").unique(),
    locale: text("locale"),
    timeZone: text("time_zone"),
    vip: boolean("vip").notNull().default(false),
    // A customer stays a customer when the company is removed.
    companyId: uuid("company_id").references(() => companies.id, { onDelete: "set null" }),
    attributes: jsonb("attributes")
      .$type<Record<string, string | number | boolean | null>>()
      .notNull()
      .default({}),
    notes: text("notes").notNull().default(""),
    blockedAt: instant("blocked_at"),
    ticketCount: integer("ticket_count").notNull().default(0),
    createdAt: createdAt(),
  },
  (t) => [
    atMost("customers_name_length", t.name, 300),
    index("customers_of_company").on(t.companyId),
    index("customers_newest").on(t.createdAt, t.id),
  ],
);

export const customerAddresses = pgTable(
  "customer_addresses",
  {
    id: id(),
    customerId: uuid("customer_id")
      .notNull()
      // An address only exists as somebody's.
      .references(() => customers.id, { onDelete: "cascade" }),
    /** Lower-case. */
    address: text("address").notNull().unique(),
    verifiedAt: instant("verified_at"),
    /** Set by a hard bounce; nothing automatic is sent there any more. */
    bouncedAt: instant("bounced_at"),
    createdAt: createdAt(),
  },
  (t) => [
    index("addresses_of_customer").on(t.customerId),
    atMost("customer_addresses_length", t.address, 320),
  ],
);
