import type { ListFilter } from "#lib/domain/lists/list-filter.ts";
import type { InboxFilter } from "#lib/reads/inbox-filter.ts";

/** A list's address, without what is the default anyway: "", "?view=mine". */
export function filterQuery(filter: Partial<InboxFilter>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value && !(name === "view" && value === "team") && !(name === "sort" && value === "newest")) {
      query.set(name, value);
    }
  }
  return query.size > 0 ? `?${query}` : "";
}

export const inboxHref = (filter: Partial<InboxFilter>): string => `/inbox${filterQuery(filter)}`;

/** A ticket beside the list it was opened from. */
export const ticketHref = (number: number, filter: Partial<InboxFilter>): string =>
  `/tickets/${number}${filterQuery(filter)}`;

/** What a list holds and in which order, without where somebody stands in it. */
export function listFilterOf({ cursor: _, saved: __, ...filter }: InboxFilter): ListFilter {
  return filter;
}

/** Whether two lists hold the same in the same order: what is the default anyway makes no difference. */
export function isSameList(one: ListFilter, other: ListFilter): boolean {
  const sorted = (filter: ListFilter) => {
    const query = new URLSearchParams(filterQuery(filter as Partial<InboxFilter>));
    query.sort();
    return String(query);
  };
  return sorted(one) === sorted(other);
}
