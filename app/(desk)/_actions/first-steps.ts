"use server";
import type { SettingsState } from "#components/settings/field-spec.ts";
import { dismissFirstSteps, sendTestMail } from "#lib/services/people/first-steps.ts";
import { attempt } from "./attempt.ts";

export async function dismissFirstStepsForm(): Promise<SettingsState> {
  await attempt(dismissFirstSteps);
  return { problem: null, errors: {} };
}

export async function sendTestMailForm(): Promise<SettingsState> {
  await attempt(sendTestMail);
  return { problem: null, errors: {} };
}
