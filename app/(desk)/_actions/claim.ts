"use server";
import type { ClaimNext } from "#components/inbox/next-ticket.tsx";
import { type Claim, claimNextTicket } from "#lib/services/routing/claim-next-ticket.ts";
import { attempt } from "./attempt.ts";

export async function claimNextAction(): ReturnType<ClaimNext> {
  let claim: Claim | null = null;
  const result = await attempt(async (ctx) => {
    claim = await claimNextTicket(ctx);
  });
  return result.ok ? answerOf(claim) : null;
}

function answerOf(claim: Claim | null): Awaited<ReturnType<ClaimNext>> {
  if (!claim) return null;
  return claim.kind === "claimed" ? { number: claim.number } : { why: claim.why };
}
