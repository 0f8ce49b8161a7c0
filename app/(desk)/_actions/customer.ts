"use server";
import type { CustomerActions } from "#components/tickets/customer/customer-actions.ts";
import type { ActionResult } from "#components/tickets/ticket-actions.ts";
import { changeCustomer } from "#lib/services/customers/change-customer.ts";
import { mergeCustomers, undoCustomerMerge } from "#lib/services/customers/merge-customers.ts";
import { attempt } from "./attempt.ts";

type Input<Name extends keyof CustomerActions> = Parameters<CustomerActions[Name]>[0];

export async function changeCustomerAction(input: Input<"change">): Promise<ActionResult> {
  return attempt((ctx) => changeCustomer(ctx, input));
}

export async function mergeCustomersAction(input: Input<"merge">): ReturnType<CustomerActions["merge"]> {
  let mergeId = "";
  const result = await attempt(async (ctx) => {
    mergeId = (await mergeCustomers(ctx, input)).mergeId;
  });
  return result.ok ? { ok: true, mergeId } : result;
}

export async function undoCustomerMergeAction(input: Input<"undoMerge">): Promise<ActionResult> {
  return attempt((ctx) => undoCustomerMerge(ctx, input));
}
