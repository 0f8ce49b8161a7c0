"use server";
import type { SettingsState } from "#components/settings/field-spec.ts";
import { readAllNotices } from "#lib/services/notices/read-all-notices.ts";
import { attempt } from "../_actions/attempt.ts";

export async function readAllForm(): Promise<SettingsState> {
  await attempt(readAllNotices);
  return { problem: null, errors: {} };
}
