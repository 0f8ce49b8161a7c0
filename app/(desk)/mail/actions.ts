"use server";
import {
  holdOutbound,
  markOutboundArrived,
  releaseOutbound,
  retryInboundEmail,
  retryOutboundEmail,
} from "#lib/services/mail/retry-mail.ts";
import { compareMailbox } from "#lib/services/mailboxes/compare-mailbox.ts";
import { attempt } from "../_actions/attempt.ts";

export async function retryIn(id: string): Promise<void> {
  await attempt((ctx) => retryInboundEmail(ctx, id));
}

export async function retryOut(id: string): Promise<void> {
  await attempt((ctx) => retryOutboundEmail(ctx, id));
}

export async function markArrived(id: string): Promise<void> {
  await attempt((ctx) => markOutboundArrived(ctx, id));
}

export async function hold(): Promise<void> {
  await attempt((ctx) => holdOutbound(ctx));
}

export async function release(): Promise<void> {
  await attempt((ctx) => releaseOutbound(ctx));
}

export async function compare(mailboxId: string): Promise<void> {
  await attempt((ctx) => compareMailbox(ctx, { mailboxId }));
}
