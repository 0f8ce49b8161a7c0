import { get } from "node:http";
import { connect } from "node:net";
import { text } from "node:stream/consumers";
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

/** By `http` and not by `fetch`, which would cost the long-lived supervisor fifteen megabytes. */
function ask(address: string): Promise<"ready" | string[]> {
  return new Promise((resolve) => {
    const request = get(`${address}/api/ready`, { timeout: 5000, agent: false }, async (response) => {
      const body = await text(response).catch(() => "");
      resolve(response.statusCode === 200 ? "ready" : partsThatFail(body));
    });
    request.once("timeout", () => request.destroy());
    request.once("error", () => resolve(["web"]));
  });
}

/** The body names its parts as `{parts: {database: {ok: true}, …}}` or at its top. */
function partsThatFail(answer: string): string[] {
  const body = jsonOf(answer);
  const parts: unknown = Object(body).parts ?? body;
  const failing = Object.entries(Object(parts)).filter(([, part]) => Object(part).ok === false);
  return failing.length > 0 ? failing.map(([name]) => name) : ["web"];
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return {};
  }
}

/** Waits until somebody accepts connections there; false when nobody did in time. */
export async function untilListening(
  { host, port }: { host: string; port: number },
  limitMs: number,
  stop?: AbortSignal,
): Promise<boolean> {
  const deadline = performance.now() + limitMs;
  while (performance.now() < deadline && !stop?.aborted) {
    if (await accepts(host, port)) return true;
    await wait(100);
  }
  return false;
}

function accepts(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once("connect", () => {
      socket.end();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
