import { z } from "zod";

/** Every job there is, and what it carries: ids only, never a customer's words. */
export const jobs = {
  "inbound_email.deliver": z.strictObject({ inboundEmailId: z.uuid() }),
  "ticket.triage": z.strictObject({ ticketId: z.uuid(), messageId: z.uuid() }),
  "ticket.draft_reply": z.strictObject({ ticketId: z.uuid(), messageId: z.uuid() }),
  "assistant.learn": z.strictObject({}),
  "text.translate": z.strictObject({ translationId: z.uuid() }),
  "assistant.replay": z.strictObject({ replayId: z.uuid() }),
  "email.send": z.strictObject({ outboundEmailId: z.uuid() }),
  "incidents.answer": z.strictObject({ answerId: z.uuid() }),
  "mailbox.test": z.strictObject({ testId: z.uuid() }),
  "mailbox.exchange_code": z.strictObject({ consentId: z.uuid() }),
  "mailboxes.refresh_tokens": z.strictObject({}),
  "image.fetch": z.strictObject({ imageId: z.uuid() }),
  "webhook.deliver": z.strictObject({ deliveryId: z.uuid() }),
  "notices.mail": z.strictObject({ agentId: z.uuid() }),
  "notices.digest": z.strictObject({}),
  "clocks.sweep": z.strictObject({}),
  "clocks.renew_policies": z.strictObject({ after: z.uuid().optional() }),
  "tickets.close_solved": z.strictObject({}),
  "tickets.route_waiting": z.strictObject({}),
  "tickets.reroute": z.strictObject({ agentId: z.uuid().optional() }),
  "tickets.wake_snoozed": z.strictObject({}),
  "tickets.erase_trash": z.strictObject({}),
  "ratings.ask": z.strictObject({}),
  "tickets.bulk_change": z.strictObject({ bulkChangeId: z.uuid() }),
  "search.fill": z.strictObject({ after: z.uuid().optional() }),
  "search.learn_words": z.strictObject({}),
  "ledgers.sweep": z.strictObject({}),
  "audit.seal": z.strictObject({}),
  "records.prune": z.strictObject({}),
  "queue.canary": z.strictObject({ queue: z.string().default("sweeps") }),
} as const;

export type JobName = keyof typeof jobs;
export type JobPayload<Name extends JobName> = z.infer<(typeof jobs)[Name]>;
export const jobNames = Object.keys(jobs) as JobName[];

export function isJobName(name: string): name is JobName {
  return Object.hasOwn(jobs, name);
}

/** The payload, checked on both ends of the queue. Throws a ZodError. */
export function parseJob<Name extends JobName>(name: Name, payload: unknown): JobPayload<Name> {
  return jobs[name].parse(payload) as JobPayload<Name>;
}
