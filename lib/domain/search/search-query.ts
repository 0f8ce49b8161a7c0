import { type Priority, priorities, type TicketStatus, ticketStatuses } from "../tickets/status.ts";

/** What somebody typed into the search, taken apart. */
export type SearchQuery = {
  /** Free words, in the order they stood. */
  words: string[];
  from: string[];
  to: string[];
  tags: string[];
  status?: TicketStatus | "all" | "unsolved";
  category?: string;
  queue?: string;
  /** An address, a name, `me` or `none`. */
  assignee?: string;
  language?: string;
  priority?: Priority;
  hasAttachment: boolean;
  is: SearchState[];
  after?: Date;
  before?: Date;
  /** A ticket's number stood alone. */
  number?: number;
};

export const searchStates = [
  "unassigned",
  "unanswered",
  "angry",
  "held",
  "snoozed",
  "spam",
  "trash",
] as const;
export type SearchState = (typeof searchStates)[number];

/** In both languages of the desk. */
const names = new Map(
  Object.entries({
    보낸이: "from",
    보낸사람: "from",
    받는이: "to",
    받는사람: "to",
    상태: "status",
    분류: "category",
    큐: "queue",
    담당: "assignee",
    담당자: "assignee",
    태그: "tag",
    언어: "language",
    우선순위: "priority",
    첨부: "has",
    이전: "before",
    이후: "after",
  }),
);
const values = new Map(
  Object.entries({
    새문의: "new",
    진행중: "open",
    답변대기: "pending",
    보류: "on_hold",
    해결: "solved",
    해결됨: "solved",
    종료: "closed",
    전체: "all",
    미해결: "unsolved",
    긴급: "urgent",
    높음: "high",
    보통: "normal",
    낮음: "low",
    나: "me",
    없음: "none",
    한국어: "ko",
    영어: "en",
    korean: "ko",
    english: "en",
    파일: "attachment",
    있음: "attachment",
    attachments: "attachment",
    file: "attachment",
    files: "attachment",
  }),
);

const part = /([\p{L}]+):(?:"([^"]*)"|(\S+))|"([^"]*)"|(\S+)/gu;
const longest = 300;

/** Never fails: an operator that means nothing is searched for as the words it is made of. */
export function parseSearch(text: string, now: Date): SearchQuery {
  const query: SearchQuery = { words: [], from: [], to: [], tags: [], hasAttachment: false, is: [] };
  const typed = text.normalize("NFKC").slice(0, longest).trim();
  const number = /^#?(\d{1,12})$/.exec(typed)?.[1];
  if (number) query.number = Number(number);
  for (const [whole, name, quoted, bare, phrase, word] of typed.matchAll(part)) {
    const value = quoted ?? bare ?? "";
    const key = name && (names.get(name) ?? name.toLowerCase());
    const understood =
      key !== undefined && value !== "" && apply(query, key, values.get(value.toLowerCase()) ?? value, now);
    if (!understood) query.words.push(...(phrase ?? word ?? whole).split(/\s+/).filter(Boolean));
  }
  return query;
}

/** False when the operator or its value is none of ours. */
function apply(query: SearchQuery, key: string, value: string, now: Date): boolean {
  switch (key) {
    case "from":
    case "to":
      query[key].push(value);
      return true;
    case "tag":
      query.tags.push(value);
      return true;
    case "category":
    case "queue":
    case "assignee":
    case "language":
      query[key] = value;
      return true;
    case "status": {
      const status = oneOf([...ticketStatuses, "all", "unsolved"] as const, value.replace("-", "_"));
      if (status) query.status = status;
      return status !== undefined;
    }
    case "priority": {
      const priority = oneOf(priorities, value);
      if (priority) query.priority = priority;
      return priority !== undefined;
    }
    case "has":
      if (value === "attachment") query.hasAttachment = true;
      return value === "attachment";
    case "is": {
      const state = oneOf(searchStates, value);
      if (state) query.is.push(state);
      return state !== undefined;
    }
    case "after":
    case "before": {
      const at = instantOf(value, now);
      if (at) query[key] = at;
      return at !== undefined;
    }
    default:
      return false;
  }
}

function oneOf<Value extends string>(all: readonly Value[], value: string): Value | undefined {
  return all.find((one) => one === value.toLowerCase());
}

const day = 86_400_000;
const lengths: Record<string, number> = { d: day, w: 7 * day, m: 30 * day, y: 365 * day };

/** `2026-11-01`, `2026-11`, `2026`, or so long ago: `7d`, `2w`, `3m`. Days are those of UTC. */
function instantOf(value: string, now: Date): Date | undefined {
  const ago = /^(\d{1,4})([dwmy])$/i.exec(value);
  if (ago) return new Date(now.getTime() - Number(ago[1]) * lengths[ago[2]!.toLowerCase()]!);
  if (!/^\d{4}(?:-\d{1,2}){0,2}$/.test(value)) return;
  const [year, month = 1, date = 1] = value.split("-").map(Number);
  const at = new Date(Date.UTC(year!, month - 1, date));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === date ? at : undefined;
}
