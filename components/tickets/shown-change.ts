import type { FieldValue } from "#lib/domain/tickets/custom-fields.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import type { Refused, ReplyStatus, TicketChange } from "./ticket-actions.ts";

/** What a click changes on screen; ids for the server are taken from it. */
export type Shown = Partial<
  Pick<TicketView, "assignee" | "priority" | "queue" | "category" | "tags" | "isSpam">
> & {
  status?: ReplyStatus;
  /** Custom fields by their key. */
  fill?: Record<string, FieldValue | null>;
};

/** What the desk has where something else is shown. */
export const beneath = (served: TicketView, shown: Partial<TicketView>): Partial<TicketView> =>
  Object.fromEntries(Object.keys(shown).map((key) => [key, served[key as keyof TicketView]]));

/** Names of the fields that the refusal is about; "" when it is about something else. */
export function fieldsAmiss({ fields = [] }: Refused, ticket: TicketView, locale: Locale): string {
  return ticket.fields
    .filter(({ key }) => fields.includes(`fields.${key}`))
    .map(({ name }) => name[locale])
    .join(", ");
}

/** What to set to get back; null when the status before cannot be set by hand. */
export function pick(ticket: TicketView, shown: Shown): Shown | null {
  if (shown.status && ticket.status === "closed") return null;
  // Nothing becomes new again: back from there is open.
  const now = { ...ticket, status: ticket.status === "new" ? "open" : ticket.status };
  const before = Object.keys(shown).map((key) => [key, now[key as Exclude<keyof Shown, "fill">]]);
  const filled = ticket.fields.map(({ key, value }) => [key, value] as const);
  return {
    ...(Object.fromEntries(before) as Shown),
    ...(shown.fill && { fill: Object.fromEntries(filled.filter(([key]) => key in shown.fill!)) }),
  };
}

/** `over`: what was on screen when it was changed. */
export function idsOf(
  { assignee, queue, category, fill, ...rest }: Shown,
  over: Pick<Shown, "tags">,
): TicketChange {
  return {
    ...rest,
    ...(rest.tags && over.tags && { tagsSeen: [...over.tags] }),
    ...(fill && { fields: fill }),
    ...(assignee !== undefined && { assigneeId: assignee?.id ?? null }),
    ...(queue !== undefined && { queueId: queue?.id ?? null }),
    ...(category !== undefined && { categoryId: category?.id ?? null }),
  };
}

export function viewOf(ticket: TicketView, { fill, ...shown }: Shown): Partial<TicketView> {
  if (!fill) return shown;
  const fields = ticket.fields.map((field) =>
    field.key in fill ? { ...field, value: fill[field.key] ?? null } : field,
  );
  return { ...shown, fields };
}
