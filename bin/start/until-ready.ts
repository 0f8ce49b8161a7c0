import { setTimeout as wait } from "node:timers/promises";

/**
 * Asks `/api/ready` until it says yes. Returns null then, or the names of the parts that were not ready when
 * the time was over.
 */
export async function untilReady(
  address: string,
  limitMs: number,
  stop: AbortSignal,
): Promise<string[] | null> {
  const deadline = performance.now() + limitMs;
  let missing = ["web"];
  while (performance.now() < deadline && !stop.aborted) {
    const answer = await ask(address);
    if (answer === "ready") return null;
    missing = answer;
    await wait(150);
  }
  return missing;
}

async function ask(address: string): Promise<"ready" | string[]> {
  try {
    const response = await fetch(`${address}/api/ready`, { signal: AbortSignal.timeout(5000) });
    if (response.ok) return "ready";
    return partsThatFail(await response.json());
  } catch {
    return ["web"];
  }
}

/** The body names its parts as `{parts: {database: {ok: true}, …}}` or at its top. */
function partsThatFail(body: unknown): string[] {
  const parts: unknown = Object(body).parts ?? body;
  const failing = Object.entries(Object(parts)).filter(([, part]) => Object(part).ok === false);
  return failing.length > 0 ? failing.map(([name]) => name) : ["web"];
}
