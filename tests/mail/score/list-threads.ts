import { readFileSync } from "node:fs";
import { corpusFolder } from "./cases.ts";

interface ListRow {
  group: number;
  message_id: string;
  in_reply_to: string[];
  references: string[];
  subject: string;
  from: string;
  date: string;
  shuffled: number;
}

export interface ListMail {
  group: number;
  raw: Buffer;
}

/** The list's mails, in the order of their dates or as they were shuffled. */
export function listMails(order: "date" | "shuffled"): ListMail[] {
  const rows = readFileSync(`${corpusFolder}threads.jsonl`, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ListRow);
  const ordered =
    order === "date"
      ? rows.toSorted((a, b) => Date.parse(a.date) - Date.parse(b.date))
      : rows.toSorted((a, b) => a.shuffled - b.shuffled);
  return ordered.map((row) => ({ group: row.group, raw: mailOf(row) }));
}

function mailOf(row: ListRow): Buffer {
  const angle = (ids: string[]) => ids.map((id) => `<${id}>`).join("\r\n ");
  const headers = [
    `From: ${row.from}`,
    "To: support@helpdesk.example",
    `Subject: ${row.subject}`,
    `Date: ${row.date}`,
    `Message-ID: <${row.message_id}>`,
  ];
  if (row.in_reply_to.length > 0) headers.push(`In-Reply-To: ${angle(row.in_reply_to)}`);
  if (row.references.length > 0) headers.push(`References: ${angle(row.references)}`);
  return Buffer.from(`${headers.join("\r\n")}\r\n\r\ntext\r\n`);
}

export interface Pairs {
  precision: number;
  recall: number;
}

/** Pairs of mails put together rightly. */
export function pairsOf(placed: readonly { group: number; ticket: unknown }[]): Pairs {
  let together = 0;
  let right = 0;
  let wanted = 0;
  placed.forEach((a, i) => {
    for (const b of placed.slice(i + 1)) {
      const same = a.ticket === b.ticket;
      if (same) together++;
      if (a.group === b.group) wanted++;
      if (same && a.group === b.group) right++;
    }
  });
  return { precision: right / together, recall: right / wanted };
}
