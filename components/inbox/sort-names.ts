import type { InboxSort } from "#lib/domain/lists/list-filter.ts";
import type { MessageKey } from "#lib/i18n/translate.ts";

export const sortNames: Record<InboxSort, MessageKey> = {
  newest: "inbox.sortNewest",
  oldest: "inbox.sortOldest",
  due: "inbox.sortDue",
  waiting: "inbox.sortWaiting",
  urgent: "inbox.sortUrgent",
};
