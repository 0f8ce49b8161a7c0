import { isJobName, type JobName, type JobPayload } from "#lib/jobs/catalog.ts";
import { sealAudit } from "#lib/services/audit/seal-audit.ts";
import { goOnWithBulkChange } from "#lib/services/bulk/go-on-with-bulk-change.ts";
import { answerNextIncidents } from "#lib/services/links/answer-incidents.ts";
import { mailNotices } from "#lib/services/notices/mail-notices.ts";
import { sendDigests } from "#lib/services/notices/send-digests.ts";
import { askForRatings } from "#lib/services/ratings/ask-for-ratings.ts";
import { fillSearch } from "#lib/services/search/fill-search.ts";
import { learnWords } from "#lib/services/search/learn-words.ts";
import { closeSolvedTickets } from "#lib/services/sweeps/close-solved-tickets.ts";
import { eraseTrash } from "#lib/services/sweeps/erase-trash.ts";
import { beat } from "#lib/services/sweeps/heartbeats.ts";
import { pruneRecords } from "#lib/services/sweeps/prune-records.ts";
import { renewPolicies } from "#lib/services/sweeps/renew-policies.ts";
import { requeueUnfinished } from "#lib/services/sweeps/requeue-unfinished.ts";
import { rerouteAssigned, rerouteUnfit } from "#lib/services/sweeps/reroute-assigned.ts";
import { routeWaiting } from "#lib/services/sweeps/route-waiting.ts";
import { sweepClocks } from "#lib/services/sweeps/sweep-clocks.ts";
import { wakeSnoozed } from "#lib/services/sweeps/wake-snoozed.ts";
import type { Handler, Tools } from "./handler.ts";
import { deliverInboundEmail } from "./handlers/deliver-inbound-email.ts";
import { deliverWebhook } from "./handlers/deliver-webhook.ts";
import { draftReply } from "./handlers/draft-reply.ts";
import { exchangeConsentCode } from "./handlers/exchange-consent-code.ts";
import { fetchRemoteImage } from "./handlers/fetch-image.ts";
import { learnFromPeople } from "./handlers/learn-from-people.ts";
import { refreshTokens } from "./handlers/refresh-tokens.ts";
import { replayAssistant } from "./handlers/replay-assistant.ts";
import { sendReply } from "./handlers/send-reply.ts";
import { testMailbox } from "./handlers/test-mailbox.ts";
import { translateText } from "./handlers/translate-text.ts";
import { triageTicket } from "./handlers/triage-ticket.ts";
import type { RunJob } from "./process-job.ts";

/** Every job has its handler: the type refuses a missing one. */
export const handlers: { [Name in JobName]: Handler<Name> } = {
  "inbound_email.deliver": deliverInboundEmail,
  "ticket.triage": triageTicket,
  "ticket.draft_reply": draftReply,
  "assistant.learn": learnFromPeople,
  "text.translate": translateText,
  "assistant.replay": replayAssistant,
  "email.send": sendReply,
  "image.fetch": fetchRemoteImage,
  "notices.mail": async ({ agentId }, { ctx }) => mailNotices(ctx, agentId),
  "notices.digest": async (_, { ctx }) => void (await sendDigests(ctx)),
  "clocks.sweep": async (_, { ctx }) => void (await sweepClocks(ctx)),
  "tickets.close_solved": async (_, { ctx }) => void (await closeSolvedTickets(ctx)),
  "clocks.renew_policies": async ({ after }, { ctx }) => void (await renewPolicies(ctx, { after })),
  "tickets.route_waiting": async (_, { ctx }) => {
    await routeWaiting(ctx);
    await rerouteAssigned(ctx);
  },
  "tickets.reroute": async ({ agentId }, { ctx }) =>
    void (agentId ? await rerouteUnfit(ctx, agentId) : await rerouteAssigned(ctx)),
  "incidents.answer": async ({ answerId }, { ctx }) => void (await answerNextIncidents(ctx, answerId)),
  "mailbox.test": testMailbox,
  "mailbox.exchange_code": exchangeConsentCode,
  "mailboxes.refresh_tokens": refreshTokens,
  "webhook.deliver": deliverWebhook,
  "tickets.wake_snoozed": async (_, { ctx }) => void (await wakeSnoozed(ctx)),
  "tickets.erase_trash": async (_, { ctx }) => void (await eraseTrash(ctx)),
  "ratings.ask": async (_, { ctx }) => void (await askForRatings(ctx)),
  "tickets.bulk_change": async ({ bulkChangeId }, { ctx }) =>
    void (await goOnWithBulkChange(ctx, bulkChangeId)),
  "search.fill": async ({ after }, { ctx }) => void (await fillSearch(ctx, { after })),
  "search.learn_words": async (_, { ctx }) => {
    while ((await learnWords(ctx)) > 0);
  },
  "ledgers.sweep": async (_, { ctx, log }) => {
    const requeued = await requeueUnfinished(ctx);
    if (Object.values(requeued).some((rows) => rows > 0)) log.warn(requeued, "unfinished work was put back");
  },
  "audit.seal": async (_, { ctx }) => void (await sealAudit(ctx)),
  "records.prune": async (_, { ctx, log }) => log.debug(await pruneRecords(ctx), "old records are gone"),
  "queue.canary": async ({ queue }, { ctx }) => beat(ctx, `queue.canary.${queue}`),
};

/** Hands a job to its handler with a fresh context. */
export function runnerOf(tools: Omit<Tools, "ctx" | "run"> & { context: () => Tools["ctx"] }): RunJob {
  const { context, ...rest } = tools;
  return async <Name extends JobName>(name: Name, payload: JobPayload<Name>, run: Tools["run"]) => {
    if (!isJobName(name)) throw new Error("This version does not know the job.");
    const handler: Handler<Name> = handlers[name];
    await handler(payload, { ...rest, ctx: context(), run });
  };
}
