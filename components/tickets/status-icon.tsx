import { Circle, CircleCheck, CircleDashed, CircleDot, CirclePause, Lock } from "lucide-react";
import type { TicketStatus } from "#lib/domain/tickets/status.ts";

const icons = {
  new: CircleDashed,
  open: CircleDot,
  pending: Circle,
  on_hold: CirclePause,
  solved: CircleCheck,
  closed: Lock,
} as const;

/** Decoration: the status stands beside it as text, or as a title. */
export function StatusIcon({ status }: { status: TicketStatus }) {
  const Icon = icons[status];
  return <Icon aria-hidden className="size-3.5" />;
}
