import "server-only";
import { cache } from "react";
import { readShell } from "#lib/reads/shell.ts";
import { currentSession, requireAgent } from "./session.ts";

/** Layout and page ask for the same; it is read once a request. */
export const currentShell = cache(async () => {
  const ctx = await requireAgent();
  const session = await currentSession();
  return readShell(ctx, session!.agent);
});
