import type { Actor } from "./actor.ts";

export const roles = ["agent", "manager", "admin"] as const;
export type Role = (typeof roles)[number];

export const scopes = ["read", "write", "inbound", "admin"] as const;
export type Scope = (typeof scopes)[number];

const agentMay = [
  "ticket.read",
  "ticket.reply",
  "ticket.note",
  "ticket.assign",
  "ticket.update",
  "ticket.solve",
  "ticket.create",
  "customer.read",
  "customer.update",
  "article.read",
  "report.own",
  "ledger.read",
] as const;
const managerMay = [
  "report.read",
  "article.write",
  "macro.write",
  "queue.write",
  "assistant.write",
  "sla.write",
  "ledger.retry",
] as const;
const adminMay = ["agent.write", "mailbox.write", "token.write", "setting.write", "audit.read"] as const;
const workerMay = [
  "inbound.record",
  "ticket.receive",
  "assistant.apply",
  "outbound.mark",
  "clock.sweep",
] as const;

export type Permission =
  | (typeof agentMay)[number]
  | (typeof managerMay)[number]
  | (typeof adminMay)[number]
  | (typeof workerMay)[number];

const byRole: Record<Role, ReadonlySet<Permission>> = {
  agent: new Set<Permission>(agentMay),
  manager: new Set<Permission>([...agentMay, ...managerMay]),
  admin: new Set<Permission>([...agentMay, ...managerMay, ...adminMay]),
};

const byScope: Record<Scope, ReadonlySet<Permission>> = {
  read: new Set<Permission>(["ticket.read", "customer.read", "article.read", "report.read", "ledger.read"]),
  write: new Set<Permission>([...agentMay, "article.write"]),
  inbound: new Set<Permission>(["inbound.record"]),
  admin: new Set<Permission>([...agentMay, ...managerMay, ...adminMay, "inbound.record"]),
};

const customerMay: ReadonlySet<Permission> = new Set<Permission>(["inbound.record"]);
/** The machine itself: workers, the seed and the command line, which only the installation's owner can run. */
const systemMay: ReadonlySet<Permission> = new Set<Permission>([
  ...agentMay,
  ...managerMay,
  ...adminMay,
  ...workerMay,
]);
const assistantMay: ReadonlySet<Permission> = new Set<Permission>([...agentMay, ...workerMay]);

/** Whether the actor may do this at all. Which rows it may do it to is decided where the rows are read. */
export function may(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case "agent":
      return byRole[actor.role].has(permission);
    case "token":
      return actor.scopes.some((scope) => byScope[scope].has(permission));
    case "customer":
    case "visitor":
      return customerMay.has(permission);
    case "assistant":
      return assistantMay.has(permission);
    case "system":
      return systemMay.has(permission);
  }
}
