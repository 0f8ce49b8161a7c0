import "server-only";
import { PageQuery } from "#lib/reads/api/page.ts";
import { listCalendars, listPolicies, readCalendar, readPolicy } from "#lib/reads/api/service-levels.ts";
import {
  CalendarPatch,
  changeCalendar,
  changePolicy,
  deleteCalendar,
  deletePolicy,
  NewCalendar,
  NewPolicy,
  PolicyPatch,
  saveCalendar,
  savePolicy,
} from "#lib/services/settings/service-levels.ts";
import { idIn, operation } from "../operation.ts";

export const getPolicies = operation({
  method: "GET",
  path: "/api/v1/sla-policies",
  summary: "Policies in the order in which they are tried: the first that matches a ticket applies.",
  run: (ctx) => listPolicies(ctx),
});

export const postPolicy = operation({
  method: "POST",
  path: "/api/v1/sla-policies",
  summary: "A new policy; it comes last. `apply: open` gives open tickets the new terms from now on.",
  body: NewPolicy,
  status: 201,
  run: async (ctx, { body }) => readPolicy(ctx, (await savePolicy(ctx, body)).id),
});

export const getPolicy = operation({
  method: "GET",
  path: "/api/v1/sla-policies/{id}",
  summary: "One policy.",
  run: (ctx, { params }) => readPolicy(ctx, idIn(params, "policy")),
});

export const patchPolicy = operation({
  method: "PATCH",
  path: "/api/v1/sla-policies/{id}",
  summary: "Changes a policy. What has happened stays as it was.",
  body: PolicyPatch,
  async run(ctx, { params, body }) {
    const id = idIn(params, "policy");
    await changePolicy(ctx, id, body);
    return readPolicy(ctx, id);
  },
});

export const removePolicy = operation({
  method: "DELETE",
  path: "/api/v1/sla-policies/{id}",
  summary: "Deletes a policy. Clocks that it set keep their terms.",
  status: 204,
  run: (ctx, { params }) => deletePolicy(ctx, { policyId: idIn(params, "policy") }),
});

export const getCalendars = operation({
  method: "GET",
  path: "/api/v1/calendars",
  summary: "Business hours with their holidays, newest first.",
  query: PageQuery,
  run: (ctx, { query }) => listCalendars(ctx, query),
});

export const postCalendar = operation({
  method: "POST",
  path: "/api/v1/calendars",
  summary: "New business hours. Weekdays count from 0, Sunday; times are local, up to 24:00.",
  body: NewCalendar,
  status: 201,
  run: async (ctx, { body }) => readCalendar(ctx, (await saveCalendar(ctx, body)).id),
});

export const getCalendar = operation({
  method: "GET",
  path: "/api/v1/calendars/{id}",
  summary: "One calendar.",
  run: (ctx, { params }) => readCalendar(ctx, idIn(params, "calendar")),
});

export const patchCalendar = operation({
  method: "PATCH",
  path: "/api/v1/calendars/{id}",
  summary: "Changes business hours. Deadlines that were given stand on the version they were given by.",
  body: CalendarPatch,
  async run(ctx, { params, body }) {
    const id = idIn(params, "calendar");
    await changeCalendar(ctx, id, body);
    return readCalendar(ctx, id);
  },
});

export const removeCalendar = operation({
  method: "DELETE",
  path: "/api/v1/calendars/{id}",
  summary: "Deletes business hours; those that a policy counts with cannot go (409).",
  status: 204,
  run: (ctx, { params }) => deleteCalendar(ctx, { calendarId: idIn(params, "calendar") }),
});
