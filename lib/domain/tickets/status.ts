export const ticketStatuses = ["new", "open", "pending", "on_hold", "solved", "closed"] as const;
export type TicketStatus = (typeof ticketStatuses)[number];

export const priorities = ["low", "normal", "high", "urgent"] as const;
export type Priority = (typeof priorities)[number];

export const channels = ["email", "web_form", "chat", "api", "portal"] as const;
export type Channel = (typeof channels)[number];

export type Move =
  | { kind: "moved"; from: TicketStatus; to: TicketStatus }
  | { kind: "unchanged" }
  | { kind: "refused"; from: TicketStatus; to: TicketStatus };

const moves: Record<TicketStatus, readonly TicketStatus[]> = {
  new: ["open", "pending", "on_hold", "solved"],
  open: ["pending", "on_hold", "solved"],
  pending: ["open", "on_hold", "solved"],
  on_hold: ["open", "pending", "solved"],
  solved: ["open", "pending", "on_hold", "closed"],
  closed: [],
};

/** Whether a ticket may go from one status to another. Closed is final: a later reply makes a follow-up. */
export function move(from: TicketStatus, to: TicketStatus): Move {
  if (from === to) return { kind: "unchanged" };
  return moves[from].includes(to) ? { kind: "moved", from, to } : { kind: "refused", from, to };
}

export const isOpen = (status: TicketStatus): boolean => status !== "solved" && status !== "closed";
