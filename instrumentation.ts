import type { Instrumentation } from "next";

/** Next calls this once in each server process, before the first request. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { markPeers } = await import("./app/_server/mark-peers.ts");
  const { givePagePolicy } = await import("./app/_server/page-policy.ts");
  markPeers();
  givePagePolicy();
}

/** What a page's error screen names by its code, with its cause; the code is Next's digest. */
export const onRequestError: Instrumentation.onRequestError = async (err, { method }, { routePath }) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ createLogger }, { env }] = await Promise.all([import("./lib/logger.ts"), import("./lib/env.ts")]);
  const digest = err instanceof Error && "digest" in err ? err.digest : undefined;
  createLogger({ role: "web", level: env().logLevel }).error({
    event: "page_failed",
    digest,
    method,
    route: routePath,
    err,
  });
};
