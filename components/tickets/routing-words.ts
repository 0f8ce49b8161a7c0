import type { Exclusion, ReasonPart } from "#lib/domain/routing/types.ts";
import { formatDateTime } from "#lib/i18n/format.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import type { Translate } from "#lib/i18n/translate.ts";
import type { RoutingView } from "#lib/reads/ticket-routing.ts";

type Words = { t: Translate; locale: Locale; timeZone: string; names: RoutingView["names"] };

/** One part of a routing decision as a sentence in the reader's language. */
export function reasonWords(part: ReasonPart, { t, locale, timeZone, names }: Words): string {
  const nameOf = (id: string) => names[id]?.[locale] ?? id;
  switch (part.kind) {
    case "queue":
      return t(`routing.queue.${part.because}`, { queue: nameOf(part.queueId) });
    case "skill":
      return t("routing.skill", { skill: nameOf(part.key), level: part.level, minLevel: part.minLevel });
    case "load":
      return t("routing.load", { open: part.open, capacity: part.capacity });
    case "solved_like":
      return t("routing.solved_like", { count: part.count });
    case "knows_customer":
      return t("routing.knows_customer");
    case "decided_by":
      return t(`routing.decided.${part.by}`);
    case "relaxed": {
      const skill = part.relax.kind === "drop_skill" ? nameOf(part.relax.key) : "";
      return t(`routing.relaxed.${part.relax.kind}`, { minutes: part.afterMinutes, skill });
    }
    case "nobody": {
      const list = Object.entries(part.excluded)
        .map(([why, count]) => t(`routing.excluded.${why as Exclusion}`, { count }))
        .join(", ");
      return list ? t("routing.nobody", { list }) : t("routing.nobodyAtAll");
    }
    case "back_at": {
      const values = { name: nameOf(part.agentId), at: formatDateTime(locale, part.at, timeZone) };
      return t(part.knowsCustomer ? "routing.back_at_knows" : "routing.back_at", values);
    }
  }
}
