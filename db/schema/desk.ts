import {
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  real,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { CategoryMode } from "../../lib/domain/answers/gate.ts";
import type { Calendar } from "../../lib/domain/calendars/calendar.ts";
import type { QueueOrder, RelaxationStep, RouteConditions } from "../../lib/domain/routing/route.ts";
import type { ClockRule } from "../../lib/domain/sla/actions.ts";
import type { TicketConditions } from "../../lib/domain/sla/conditions.ts";
import type { SlaPolicy } from "../../lib/domain/sla/policy.ts";
import { priorities } from "../../lib/domain/tickets/status.ts";
import { atMost, type BothLanguages, createdAt, id, instant } from "./columns.ts";
import { agents, skills } from "./people.ts";

export const mailboxes = pgTable(
  "mailboxes",
  {
    id: id(),
    /** Lower-case. */
    address: text("address").notNull().unique(),
    name: text("name").notNull(),
    senderName: text("sender_name").notNull(),
    signature: jsonb("signature").$type<BothLanguages>().notNull().default({ en: "", ko: "" }),
    defaultLocale: text("default_locale", { enum: ["en", "ko"] })
      .notNull()
      .default("en"),
    active: boolean("active").notNull().default(true),
    /** Lower-case. Web forms that mail what people enter: their Reply-To is believed to name the sender. */
    formRelays: text("form_relays").array().notNull().default([]),
    createdAt: createdAt(),
  },
  (t) => [atMost("mailboxes_address_length", t.address, 320)],
);

export const calendars = pgTable("calendars", {
  id: id(),
  name: text("name").notNull(),
  timeZone: text("time_zone").notNull(),
  /** `{weekday, start, end}[]`, several a day; empty with `always` for round the clock. */
  spans: jsonb("spans").$type<{ weekday: number; start: string; end: string }[]>().notNull(),
  holidays: jsonb("holidays")
    .$type<{ date: string; name: string; name_ko?: string }[]>()
    .notNull()
    .default([]),
  always: boolean("always").notNull().default(false),
  /** +1 by the database whenever the hours change; `calendar_versions` keeps each. */
  version: integer("version").notNull().default(1),
  createdAt: createdAt(),
});

/** Business hours as they once were: deadlines stand on a version, and outlive the calendar. Written by a trigger. */
export const calendarVersions = pgTable(
  "calendar_versions",
  {
    calendarId: uuid("calendar_id").notNull(),
    version: integer("version").notNull(),
    value: jsonb("value").$type<Calendar>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.calendarId, t.version] })],
);

export const slaPolicies = pgTable("sla_policies", {
  id: id(),
  name: text("name").notNull(),
  /** The first policy that matches applies. */
  position: integer("position").notNull(),
  conditions: jsonb("conditions").$type<TicketConditions>().notNull().default({}),
  /** Minutes, by priority, then by clock. */
  targets: jsonb("targets").$type<SlaPolicy["targets"]>().notNull(),
  pausesOn: text("pauses_on").array().$type<("pending" | "on_hold")[]>().notNull(),
  // A calendar in use cannot be removed: deadlines stand on it.
  calendarId: uuid("calendar_id").references(() => calendars.id, { onDelete: "restrict" }),
  assistantFulfilsNextReply: boolean("assistant_fulfils_next_reply").notNull().default(false),
  /** When to warn, in percent of the target; null never warns. */
  warnAtPercent: smallint("warn_at_percent").default(80),
  /** What is done by itself at warnings and breaches. */
  actions: jsonb("actions").$type<ClockRule[]>().notNull().default([]),
  active: boolean("active").notNull().default(true),
  /** +1 by the database whenever what it measures by changes; `sla_policy_versions` keeps each. */
  version: integer("version").notNull().default(1),
  createdAt: createdAt(),
});

/** Policies as they once were, for the same reason. Written by a trigger. */
export const slaPolicyVersions = pgTable(
  "sla_policy_versions",
  {
    policyId: uuid("policy_id").notNull(),
    version: integer("version").notNull(),
    value: jsonb("value").$type<SlaPolicy>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.policyId, t.version] })],
);

export const queues = pgTable(
  "queues",
  {
    id: id(),
    key: text("key").notNull().unique(),
    name: jsonb("name").$type<BothLanguages>().notNull(),
    position: integer("position").notNull().default(0),
    // Without its calendar a queue works round the clock.
    calendarId: uuid("calendar_id").references(() => calendars.id, { onDelete: "set null" }),
    /** Beside the tickets of its categories; empty adds none. */
    conditions: jsonb("conditions").$type<RouteConditions>(),
    /** In which order its tickets are taken. */
    order: text("order", { enum: ["priority", "oldest", "deadline"] })
      .$type<QueueOrder>()
      .notNull()
      .default("priority"),
    /** How needs give way with time when nobody fits. */
    relaxations: jsonb("relaxations").$type<RelaxationStep[]>().notNull().default([]),
    /** Takes what nothing else takes. Exactly one. */
    isDefault: boolean("is_default").notNull().default(false),
    createdAt: createdAt(),
  },
  (t) => [atMost("queues_key_length", t.key, 64)],
);

export const queueSkills = pgTable(
  "queue_skills",
  {
    // The pair belongs to both ends.
    queueId: uuid("queue_id")
      .notNull()
      .references(() => queues.id, { onDelete: "cascade" }),
    skillId: uuid("skill_id")
      .notNull()
      .references(() => skills.id, { onDelete: "cascade" }),
    minLevel: smallint("min_level").notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.queueId, t.skillId] })],
);

export const queueMembers = pgTable(
  "queue_members",
  {
    // The pair belongs to both ends.
    queueId: uuid("queue_id")
      .notNull()
      .references(() => queues.id, { onDelete: "cascade" }),
    agentId: uuid("agent_id")
      .notNull()
      .references(() => agents.id, { onDelete: "cascade" }),
  },
  (t) => [primaryKey({ columns: [t.queueId, t.agentId] }), index("queues_of_agent").on(t.agentId)],
);

export const categories = pgTable(
  "categories",
  {
    id: id(),
    key: text("key").notNull().unique(),
    name: jsonb("name").$type<BothLanguages>().notNull(),
    description: jsonb("description").$type<BothLanguages>().notNull().default({ en: "", ko: "" }),
    examples: text("examples").array().notNull().default([]),
    /** Standard topics of support that a person said this category stands for; null: found by its name. */
    topics: text("topics").array(),
    // A category without its queue falls to the default queue.
    queueId: uuid("queue_id").references(() => queues.id, { onDelete: "set null" }),
    mode: text("mode", { enum: ["off", "draft", "hold", "auto"] })
      .$type<CategoryMode>()
      .notNull()
      .default("draft"),
    /** Least calibrated confidence of an answer that may be sent, 0..1. */
    threshold: real("threshold").notNull().default(0.95),
    /** When a manager accepted the evidence; until then nothing is sent by itself. */
    certifiedAt: instant("certified_at"),
    position: integer("position").notNull().default(0),
    active: boolean("active").notNull().default(true),
    createdAt: createdAt(),
  },
  (t) => [atMost("categories_key_length", t.key, 64)],
);

export const categorySkills = pgTable(
  "category_skills",
  {
    // The pair belongs to both ends.
    categoryId: uuid("category_id")
      .notNull()
      .references(() => categories.id, { onDelete: "cascade" }),
    skillId: uuid("skill_id")
      .notNull()
      .references(() => skills.id, { onDelete: "cascade" }),
    minLevel: smallint("min_level").notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.categoryId, t.skillId] })],
);

export const articles = pgTable(
  "articles",
  {
    id: id(),
    /** The same article in the other language shares the slug. */
    slug: text("slug").notNull(),
    lang: text("lang", { enum: ["en", "ko"] }).notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    // An article may outlive its category.
    categoryId: uuid("category_id").references(() => categories.id, { onDelete: "set null" }),
    mayAutoAnswer: boolean("may_auto_answer").notNull().default(false),
    version: integer("version").notNull().default(1),
    publishedAt: instant("published_at"),
    updatedAt: instant("updated_at").notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    uniqueIndex("articles_slug_lang").on(t.slug, t.lang),
    atMost("articles_title_length", t.title, 300),
    atMost("articles_body_length", t.body, 200_000),
  ],
);

/** Every version that was ever shown or quoted, so that a source can be opened as it stood. */
export const articleVersions = pgTable(
  "article_versions",
  {
    // A deleted article takes its history along; sent replies keep their own excerpts.
    articleId: uuid("article_id")
      .notNull()
      .references(() => articles.id, { onDelete: "cascade" }),
    version: integer("version").notNull(),
    title: text("title").notNull(),
    body: text("body").notNull(),
    // Who wrote it stays known as long as the agent exists.
    writtenBy: uuid("written_by").references(() => agents.id, { onDelete: "set null" }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.articleId, t.version] })],
);

/** Rows that ask for a skill, all that match. */
export const skillRules = pgTable("skill_rules", {
  id: id(),
  position: integer("position").notNull().default(0),
  conditions: jsonb("conditions").$type<RouteConditions>().notNull(),
  /** A skill key, or `*` to raise every skill that is asked for already. */
  skill: text("skill").notNull(),
  minLevel: smallint("min_level").notNull(),
  createdAt: createdAt(),
});

/** Rows that decide priority; the first that matches. */
export const priorityRules = pgTable("priority_rules", {
  id: id(),
  position: integer("position").notNull().default(0),
  conditions: jsonb("conditions").$type<RouteConditions>().notNull(),
  priority: text("priority", { enum: priorities }).notNull(),
  createdAt: createdAt(),
});

/** Desk-wide settings an admin changes on screen; the environment's settings are not here. */
export const settings = pgTable("settings", {
  key: text("key").primaryKey(),
  value: jsonb("value").$type<unknown>().notNull(),
  updatedAt: instant("updated_at").notNull(),
});
