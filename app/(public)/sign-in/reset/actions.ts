"use server";
import { setTimeout as wait } from "node:timers/promises";
import { redirect } from "next/navigation";
import { deskContext } from "#app/_server/desk.ts";
import { readVisitor } from "#app/_server/visitor.ts";
import { ServiceError } from "#lib/services/errors.ts";
import { requestPasswordReset } from "#lib/services/people/request-password-reset.ts";

/** Everybody waits as long: the time must not say who works here. */
const sameForAllMs = 600;

/** The same page for everybody, after the same time, whatever happened. */
export async function sendReset(form: FormData): Promise<void> {
  const { address } = await readVisitor();
  const answered = wait(sameForAllMs);
  try {
    await requestPasswordReset(deskContext(), { email: String(form.get("email") ?? ""), address });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
  await answered;
  redirect("/sign-in/reset?sent=1");
}
