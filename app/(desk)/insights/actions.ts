"use server";
import { refresh } from "next/cache";
import { requireAgent } from "#app/_server/session.ts";
import type { CategoryMode } from "#lib/domain/answers/gate.ts";
import { chooseModel } from "#lib/services/assistant/choose-model.ts";
import { ServiceError } from "#lib/services/errors.ts";
import { updateCategory } from "#lib/services/settings/categories.ts";
import { certifyCategory } from "#lib/services/settings/certify-category.ts";

/** One press of a row's switch. A refusal shows in what the page says afterwards. */
export async function setMode(categoryId: string, form: FormData): Promise<void> {
  const ctx = await requireAgent();
  await orNothing(updateCategory(ctx, { categoryId, mode: String(form.get("mode")) as CategoryMode }));
  refresh();
}

export async function setCertified(categoryId: string, certified: boolean): Promise<void> {
  const ctx = await requireAgent();
  await orNothing(certifyCategory(ctx, { categoryId, certified }));
  refresh();
}

/** Goes back to a kept version of what was learnt; null lets the newest lead. */
export async function chooseVersion(version: number | null): Promise<void> {
  const ctx = await requireAgent();
  await orNothing(chooseModel(ctx, { version }));
  refresh();
}

async function orNothing(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
  }
}
