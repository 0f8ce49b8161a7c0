import { writeEvent } from "#lib/live.ts";
import { checkSession } from "#lib/services/people/check-session.ts";
import { deskBell } from "../../_server/bell.ts";
import { deskContext } from "../../_server/desk.ts";
import { currentSession } from "../../_server/session.ts";

export const dynamic = "force-dynamic";

const heartbeatMs = 20_000;

const beat = (id: string | null) => writeEvent({ id, name: "beat", data: "{}" });

/** Server-sent events for the desk: what changed, by id. It carries no content; screens refetch what they may see. */
export async function GET(request: Request): Promise<Response> {
  const session = await currentSession();
  if (!session)
    return new Response("Sign in first.", { status: 401, headers: { "cache-control": "no-store" } });

  const text = new TextEncoder();
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (chunk: string) => {
        // A reader that does not keep up is let go; it comes back with its last id.
        if ((controller.desiredSize ?? 0) < -256) return end();
        controller.enqueue(text.encode(chunk));
      };
      const bell = deskBell();
      // The browser names the last id by header, a connection that our script opens anew by query.
      const after = request.headers.get("last-event-id") || new URL(request.url).searchParams.get("after");
      const unsubscribe = bell.subscribe(after, (event) => send(writeEvent(event)));
      const heartbeat = setInterval(async () => {
        // A revoked session ends its stream too.
        const valid = await checkSession(deskContext(), session.sessionId).catch(() => session);
        if (valid) send(beat(null));
        else end();
      }, heartbeatMs);
      function end() {
        stop();
        try {
          controller.close();
        } catch {
          // The browser was quicker.
        }
      }
      stop = () => {
        clearInterval(heartbeat);
        unsubscribe();
      };
      request.signal.addEventListener("abort", end);
      send(`retry: 1500\n\n${beat(bell.now())}`);
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // no-transform also keeps a proxy, and Next itself, from compressing and so holding it back.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
}
