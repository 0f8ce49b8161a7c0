import type { Permission, Role, Scope } from "./permissions.ts";

/** Who does something. The edge makes it once from a cookie, a token, a signed link or a job. */
export type Actor =
  | { kind: "agent"; id: string; name: string; role: Role }
  | { kind: "customer"; id: string; ticketId: string | null }
  | { kind: "visitor" }
  | { kind: "token"; id: string; name: string; scopes: readonly Scope[] }
  | { kind: "assistant" }
  | { kind: "system" };

export type ActorKind = Actor["kind"];

/** The id kept in events and the audit; the assistant, the system and visitors have none. */
export function actorId(actor: Actor): string | null {
  return "id" in actor ? actor.id : null;
}

export type { Permission, Role, Scope };
