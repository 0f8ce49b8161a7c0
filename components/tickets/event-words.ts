import type { HandOffReason } from "#lib/domain/answers/gate.ts";
import type { ClockKind } from "#lib/domain/sla/policy.ts";
import type { Priority, TicketStatus } from "#lib/domain/tickets/status.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import type { Translate } from "#lib/i18n/translate.ts";
import type { EventView } from "#lib/reads/ticket-view.ts";

/** One event in one sentence, in the reader's language. */
export function eventWords(event: EventView, t: Translate, locale: Locale): string {
  const { data, type } = event;
  const named = (key: string) =>
    (locale === "ko" ? data[`${key}_ko`] : undefined) ?? data[key] ?? t("ticket.none");
  switch (type) {
    case "ticket.status_changed":
      return t(`event.${type}`, {
        from: t(`status.${data.from as TicketStatus}`),
        to: t(`status.${data.to as TicketStatus}`),
      });
    case "ticket.priority_changed":
      return t(`event.${type}`, {
        from: t(`priority.${data.from as Priority}`),
        to: t(`priority.${data.to as Priority}`),
      });
    case "ticket.assigned":
      return data.to ? t(`event.${type}`, { to: named("to") }) : t("event.ticket.unassigned");
    case "ticket.queue_changed":
    case "ticket.category_changed":
      return t(`event.${type}`, { to: named("to") });
    case "ticket.field_changed":
      return t(`event.${type}`, { field: named("field"), from: named("from"), to: named("to") });
    case "ticket.marked_spam":
      if (data.why === "known_sender") return t("event.ticket.known_spam");
      return t(data.spam === "false" ? "event.ticket.unmarked_spam" : `event.${type}`);
    case "ticket.trashed":
      return t(data.trashed === "false" ? "event.ticket.restored" : `event.${type}`);
    case "side.started":
    case "side.written":
      return t(`event.${type}`, { to: data.to ?? "" });
    case "side.answered":
      return t(`event.${type}`, { from: data.from ?? "" });
    case "side.done":
      return t(data.done === "false" ? "event.side.reopened" : `event.${type}`);
    case "customer.merged":
    case "customer.merge_undone":
      return t(`event.${type}`, { name: data.name ?? "" });
    case "ticket.rated": {
      const rating = t(data.score === "good" ? "event.ticket.rated_good" : "event.ticket.rated_bad");
      return data.comment ? t("event.ticket.rated_with", { rating, comment: data.comment }) : rating;
    }
    case "customer.blocked":
      return t(data.blocked === "false" ? "event.customer.unblocked" : `event.${type}`);
    case "incidents.answered":
      return t(data.words === "false" ? "event.incidents.solved" : `event.${type}`, {
        total: Number(data.total),
      });
    case "ticket.linked":
    case "ticket.unlinked":
    case "ticket.follow_up_created":
    case "ticket.merged":
    case "ticket.merged_in":
    case "ticket.unmerged":
    case "ticket.merge_undone":
    case "ticket.not_duplicate":
    case "ticket.split":
    case "ticket.split_from":
      return t(`event.${type}`, { number: data.number ?? "" });
    case "draft.adopted":
      return t(`event.${type}`, { from: named("from") });
    case "macro.applied":
      return t(`event.${type}`, { name: named("name") });
    case "message.unsent":
      return t(data.why === "customer_wrote" ? "event.message.stopped" : `event.${type}`);
    case "message.bounced":
      return t(`event.${type}`, { recipients: data.recipients ?? "" });
    case "assistant.handed_off":
      return t(`event.${type}`, { reason: t(`assistant.reason.${data.reason as HandOffReason}`) });
    case "clock.warned":
    case "clock.breached":
      return t(`event.${type}`, { clock: t(`clock.${data.clock as ClockKind}`) });
    case "clock.acted":
      return t(`event.${type}`, {
        clock: t(`clock.${data.clock as ClockKind}`),
        did: (data.did ?? "")
          .split(", ")
          .map((did) => t(`event.clock.did.${did as "tag"}`))
          .join(", "),
      });
    case "message.received":
    case "message.replied":
    case "message.noted":
    case "message.sent":
      return t("event.unknown");
    default:
      return t(`event.${type}`);
  }
}

/** Who did it, when it was not the ticket itself. */
export function eventActor(event: EventView, t: Translate): string {
  return event.actor.name ?? t(`event.actor.${event.actor.kind}`);
}
