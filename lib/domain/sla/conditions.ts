import type { Channel, Priority } from "../tickets/status.ts";

/** What policies and routing rules may look at. Ids are row ids. */
export interface TicketTraits {
  mailboxId: string | null;
  queueId: string | null;
  categoryId: string | null;
  companyId: string | null;
  customerId: string | null;
  vip: boolean;
  /** BCP 47, "und" when unknown. */
  language: string;
  channel: Channel;
  priority: Priority;
  tags: readonly string[];
}

/** Conditions as they are kept in settings rows: any value of each list, and every list that is given. */
export interface TicketConditions {
  mailboxIds?: readonly string[];
  queueIds?: readonly string[];
  categoryIds?: readonly string[];
  companyIds?: readonly string[];
  customerIds?: readonly string[];
  vip?: boolean;
  /** "ko" also matches "ko-KR". */
  languages?: readonly string[];
  channels?: readonly Channel[];
  priorities?: readonly Priority[];
  /** Any of these tags. */
  tags?: readonly string[];
}

/** Whether every given condition holds. A list that is given but empty matches nothing. */
export function matches(conditions: TicketConditions, ticket: TicketTraits): boolean {
  return (
    holds(conditions.mailboxIds, ticket.mailboxId) &&
    holds(conditions.queueIds, ticket.queueId) &&
    holds(conditions.categoryIds, ticket.categoryId) &&
    holds(conditions.companyIds, ticket.companyId) &&
    holds(conditions.customerIds, ticket.customerId) &&
    (conditions.vip === undefined || conditions.vip === ticket.vip) &&
    holds(conditions.channels, ticket.channel) &&
    holds(conditions.priorities, ticket.priority) &&
    (conditions.languages?.some((language) => speaks(ticket.language, language)) ?? true) &&
    (conditions.tags?.some((tag) => ticket.tags.includes(tag)) ?? true)
  );
}

function holds<T>(allowed: readonly T[] | undefined, value: T | null): boolean {
  return allowed === undefined || (value !== null && allowed.includes(value));
}

/** Whether a language tag is the wanted language or one of its regional forms. */
export function speaks(tag: string, wanted: string): boolean {
  const lower = tag.toLowerCase();
  return lower === wanted.toLowerCase() || lower.startsWith(`${wanted.toLowerCase()}-`);
}
