/** How two tickets hang together. An incident is one customer's share of a problem that many have. */
export const linkKinds = ["relates", "incident_of"] as const;
export type LinkKind = (typeof linkKinds)[number];

/** What became of one incident when the problem was answered. */
export const incidentOutcomes = ["waiting", "answered", "solved", "not_solved", "closed", "refused"] as const;
export type IncidentOutcome = (typeof incidentOutcomes)[number];

export type LinkRefusal = "itself" | "has_a_problem" | "is_an_incident" | "has_incidents";

/** What is known about both ends before an incident is tied to a problem. */
export type IncidentEnds = {
  sameTicket: boolean;
  /** The incident-to-be hangs on another problem already. */
  incidentHasProblem: boolean;
  /** The incident-to-be is itself a problem. */
  incidentHasIncidents: boolean;
  /** The problem-to-be is itself somebody's incident. */
  problemIsIncident: boolean;
};

/** Problems and incidents are two layers and never more: so no chain can close to a circle. */
export function whyNotIncident(ends: IncidentEnds): LinkRefusal | null {
  if (ends.sameTicket) return "itself";
  if (ends.incidentHasProblem) return "has_a_problem";
  if (ends.incidentHasIncidents) return "has_incidents";
  if (ends.problemIsIncident) return "is_an_incident";
  return null;
}

/** An answer to all incidents that has not moved for this long has stopped: its job is tried for half as long. */
export const incidentPatienceMs = 10 * 60_000;
