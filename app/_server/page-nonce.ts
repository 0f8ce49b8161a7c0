import "server-only";
import { headers } from "next/headers";

/** The nonce that `proxy.ts` gave this page, for style elements that a component library writes itself. */
export async function pageNonce(): Promise<string | undefined> {
  return (await headers()).get("x-nonce") ?? undefined;
}
