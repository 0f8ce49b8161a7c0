import "server-only";
import { headers } from "next/headers";

/** The number in the address that was asked for, as `page-policy.ts` noted it; null for any other page. */
export async function askedTicket(): Promise<number | null> {
  const path = (await headers()).get("x-path") ?? "";
  const number = /^\/tickets\/(\d{1,15})(?:\?|$)/.exec(path)?.[1];
  return number ? Number(number) : null;
}
