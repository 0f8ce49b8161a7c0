import { expect, test } from "vitest";
import { type IncidentEnds, type LinkRefusal, whyNotIncident } from "./links.ts";

test.each<[string, Partial<IncidentEnds>, LinkRefusal | null]>([
  ["two plain tickets may be tied", {}, null],
  ["a ticket is not its own incident", { sameTicket: true }, "itself"],
  ["an incident has one problem", { incidentHasProblem: true }, "has_a_problem"],
  ["a problem does not become an incident", { incidentHasIncidents: true }, "has_incidents"],
  ["an incident does not become a problem", { problemIsIncident: true }, "is_an_incident"],
])("%s", (_, ends, refusal) => {
  const plain = {
    sameTicket: false,
    incidentHasProblem: false,
    incidentHasIncidents: false,
    problemIsIncident: false,
  };
  expect(whyNotIncident({ ...plain, ...ends })).toBe(refusal);
});
