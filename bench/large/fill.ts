import { once } from "node:events";
import type { Writable } from "node:stream";
import type postgres from "postgres";
import { lettersOf } from "#lib/domain/search/letters.ts";
import { places } from "#lib/domain/search/ticket-terms.ts";
import { randomOf, vocabulary, type Word, withParticle, zipf } from "./words.ts";

export type Size = { tickets: number; words?: number };

const minute = 60_000;
/** Tickets come evenly over so long. */
const stretch = 700 * 24 * 60 * minute;
const perBatch = 10_000;

type Desk = { agents: string[]; queues: string[]; categories: string[]; mailbox: string; now: number };

/**
 * Fills a migrated, seeded desk by COPY: every tenth ticket has ten messages, the others four or five, five on average;
 * half of them Korean; every fiftieth, and two hundred at least, is not solved. Indexes are made afterwards.
 */
export async function fillDesk(
  sql: postgres.Sql,
  desk: Desk,
  { tickets, words = 30_000 }: Size,
  progress: (done: number) => void = () => {},
): Promise<void> {
  const remake = await withoutIndexes(sql);
  const random = randomOf(7);
  const languages = { en: vocabulary("en", words), ko: vocabulary("ko", words) };
  const pick = zipf(words);
  const ko = languages.ko.map((word) => Array.from({ length: 4 }, () => withParticle(word, random)));
  const wordOf = (language: "en" | "ko"): Word => {
    const rank = pick(random());
    return language === "en" ? languages.en[rank]! : ko[rank]![Math.floor(random() * 4)]!;
  };
  const waiting = Math.max(200, Math.floor(tickets / 50));
  const customers = Math.max(50, Math.floor(tickets / 4));
  await copyCustomers(sql, customers);
  for (let from = 0; from < tickets; from += perBatch) {
    const rows = { tickets: "", messages: "", events: "", clocks: "", search: "" };
    for (let n = from; n < Math.min(tickets, from + perBatch); n++) {
      addTicket(rows, n, { tickets, waiting, customers, desk, random, wordOf });
    }
    await copy(sql, `tickets (${ticketColumns})`, rows.tickets);
    await copy(
      sql,
      "messages (id, ticket_id, kind, author_kind, agent_id, from_name, from_address, body, language, channel, created_at)",
      rows.messages,
    );
    await copy(sql, "ticket_events (ticket_id, type, actor_kind, at, data)", rows.events);
    await copy(
      sql,
      "sla_clocks (ticket_id, kind, cycle, priority, state, started_at, target_minutes, due_at, warn_at)",
      rows.clocks,
    );
    await copy(sql, "ticket_search (ticket_id, terms, at, is_learned)", rows.search);
    progress(Math.min(tickets, from + perBatch));
  }
  const all = [...languages.en, ...languages.ko].filter(({ text }) => text.length > 1);
  await copy(
    sql,
    "search_words (word, letters)",
    all.map(({ text }) => `${text}\t${lettersOf(text)}\n`).join(""),
  );
  await remake();
  await sql.unsafe(
    "select setval(pg_get_serial_sequence('tickets', 'number'), (select max(number) from tickets))",
  );
  await sql.unsafe("vacuum analyze");
}

const ticketColumns =
  "id, number, subject, preview, status, priority, channel, customer_id, mailbox_id, queue_id, category_id, assignee_id, language, anger, tags, assistant_state, next_due_at, last_message_at, last_customer_message_at, waiting_since, created_at, updated_at, solved_at";

type Rows = Record<"tickets" | "messages" | "events" | "clocks" | "search", string>;
type World = {
  tickets: number;
  waiting: number;
  customers: number;
  desk: Desk;
  random: () => number;
  wordOf(language: "en" | "ko"): Word;
};

function addTicket(
  rows: Rows,
  n: number,
  { tickets, waiting, customers, desk, random, wordOf }: World,
): void {
  const of = <Value>(all: readonly Value[]): Value => all[Math.floor(random() * all.length)]!;
  const terms = new Set<string>();
  const say = (language: "en" | "ko", count: number, mark = false) => {
    const said: string[] = [];
    for (let i = 0; i < count; i++) {
      const word = wordOf(language);
      said.push(word.text);
      for (const term of word.terms) {
        terms.add(term);
        if (mark) terms.add(places.title + term);
      }
    }
    return said.join(" ");
  };
  const id = uuidOf(1, n);
  const language = random() < 0.5 ? "en" : "ko";
  const messages = n % 10 === 0 ? 10 : n % 9 < 4 ? 5 : 4;
  const createdAt = desk.now - stretch + Math.floor((stretch * n) / tickets);
  const isOpen = n >= tickets - waiting;
  const status = isOpen ? of(["new", "open", "open", "pending"]) : "closed";
  const priority = of(["low", "normal", "normal", "normal", "high", "urgent"]);
  const customer = Math.floor(random() * customers);
  const subject = say(language, 5, true);
  for (const term of [`customer${customer}`, "customer", "test"]) {
    terms.add(term);
    terms.add(places.from + term);
  }
  let at = createdAt;
  let body = "";
  for (let m = 0; m < messages; m++) {
    at = createdAt + m * 7 * minute;
    body = say(language, 22);
    const author =
      m % 2 === 0
        ? `customer\t\\N\tKim\tcustomer${customer}@customer.test`
        : `agent\t${of(desk.agents)}\tAgent\t\\N`;
    rows.messages += `${uuidOf(2, n * 16 + m)}\t${id}\treply\t${author}\t${body}\t${language}\temail\t${iso(at)}\n`;
  }
  const due = isOpen ? iso(at + Math.floor(random() * 2_000) * minute) : "\\N";
  const waits = isOpen && status !== "pending" ? iso(at) : "\\N";
  rows.tickets += `${[
    id,
    n + 1,
    subject,
    body,
    status,
    priority,
    "email",
    uuidOf(3, customer),
    desk.mailbox,
    of(desk.queues),
    of(desk.categories),
    isOpen && random() < 0.4 ? "\\N" : of(desk.agents),
    language,
    random() < 0.05 ? "0.8" : "0.1",
    random() < 0.1 ? "{vip}" : "{}",
    isOpen ? of(["handed_off", "draft_ready", "held"]) : "off",
    due,
    iso(at),
    iso(at),
    waits,
    iso(createdAt),
    iso(at),
    isOpen ? "\\N" : iso(at),
  ].join("\t")}\n`;
  rows.events += `${id}\tticket.created\tcustomer\t${iso(createdAt)}\t{"channel": "email", "priority": "${priority}"}\n`;
  if (isOpen)
    rows.clocks += `${id}\tfirst_reply\t1\t${priority}\trunning\t${iso(createdAt)}\t60\t${due}\t${due}\n`;
  else rows.events += `${id}\tticket.status_changed\tagent\t${iso(at)}\t{"from": "open", "to": "solved"}\n`;
  rows.search += `${id}\t${[...terms].map((term) => `'${term}'`).join(" ")}\t${iso(at)}\tt\n`;
}

async function copyCustomers(sql: postgres.Sql, count: number): Promise<void> {
  let people = "";
  let addresses = "";
  for (let n = 0; n < count; n++) {
    people += `${uuidOf(3, n)}\tKim ${n}\n`;
    addresses += `${uuidOf(4, n)}\t${uuidOf(3, n)}\tcustomer${n}@customer.test\n`;
  }
  await copy(sql, "customers (id, name)", people);
  await copy(sql, "customer_addresses (id, customer_id, address)", addresses);
}

async function copy(sql: postgres.Sql, target: string, rows: string): Promise<void> {
  const stream: Writable = await sql.unsafe(`copy ${target} from stdin`).writable();
  const size = 1 << 20;
  for (let at = 0; at < rows.length; at += size) {
    if (!stream.write(rows.slice(at, at + size))) await once(stream, "drain");
  }
  stream.end();
  await once(stream, "finish");
}

/** Drops what only makes filling slow; the answer makes it again. */
async function withoutIndexes(sql: postgres.Sql): Promise<() => Promise<void>> {
  const indexes = await sql<{ name: string; definition: string }[]>`
    select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition
    from pg_index i join pg_class c on c.oid = i.indrelid
    where c.relname in ('tickets', 'messages', 'ticket_events', 'sla_clocks', 'ticket_search', 'search_words')
      and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`;
  const keys = await sql<{ table: string; name: string; definition: string }[]>`
    select conrelid::regclass::text as table, conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
    where contype = 'f' and conrelid in ('tickets'::regclass, 'messages'::regclass, 'ticket_events'::regclass,
      'sla_clocks'::regclass, 'ticket_search'::regclass, 'customer_addresses'::regclass)`;
  for (const { table, name } of keys) await sql.unsafe(`alter table ${table} drop constraint ${name}`);
  for (const { name } of indexes) await sql.unsafe(`drop index ${name}`);
  return async () => {
    await sql.unsafe("set maintenance_work_mem = '1GB'");
    for (const { definition } of indexes) await sql.unsafe(definition);
    for (const { table, name, definition } of keys) {
      // The rows are ours: that they fit together need not be proved by reading them all.
      await sql.unsafe(`alter table ${table} add constraint ${name} ${definition} not valid`);
    }
  };
}

/** Version 7 in looks: ordered as they are made. */
export function uuidOf(kind: number, n: number): string {
  const hex = n.toString(16).padStart(12, "0");
  return `0190${kind.toString(16).padStart(4, "0")}-${hex.slice(0, 4)}-7000-8000-${hex}`;
}

const iso = (at: number): string => new Date(at).toISOString();
