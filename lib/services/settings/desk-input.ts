import { sql } from "drizzle-orm";
import { z } from "zod";
import { id, text } from "../input.ts";
import type { Transaction } from "../transact.ts";

/** What names a thing in the API and in files: short, lower-case, for ever. */
export const key = () => z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/);
/** `lang:ko`, `topic:refund`. */
export const skillKey = () => z.string().regex(/^[a-z]+:[a-z0-9_-]{1,50}$/);
export const bothLanguages = (max: number, min = 1) =>
  z.strictObject({ en: text(max, min), ko: text(max, min) });
export const neededSkills = () =>
  z.array(z.strictObject({ skillId: id(), minLevel: z.int().min(1).max(3) })).max(50);

/** Tells the assistants to read categories and articles again; they hear it when the change is committed. */
export async function ringKnowledge({ tx }: Transaction): Promise<void> {
  await tx.execute(sql`select pg_notify('baton_knowledge', '')`);
}

/** Tells the open screens that something about the desk changed. */
export async function ringDesk({ tx }: Transaction): Promise<void> {
  await tx.execute(sql`select pg_notify('baton_live', ${JSON.stringify({ type: "desk.changed" })})`);
}
