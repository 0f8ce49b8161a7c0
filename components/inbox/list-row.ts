import type { Locale } from "#lib/i18n/locale.ts";
import type { Inbox, InboxRow } from "#lib/reads/inbox.ts";

/** A line of the list in the reader's language. */
export type ListRow = Omit<InboxRow, "category" | "queue"> & {
  category: string | null;
  queue: string | null;
};
export type ListPage = Omit<Inbox, "tickets"> & { tickets: ListRow[] };

/** More of a first message than this is on no screen. */
const longestPreview = 160;

export function listPage(inbox: Inbox, locale: Locale): ListPage {
  return {
    ...inbox,
    tickets: inbox.tickets.map((row) => ({
      ...row,
      preview: row.found ? "" : row.preview.slice(0, longestPreview),
      category: row.category?.[locale] ?? null,
      queue: row.queue?.[locale] ?? null,
    })),
  };
}
