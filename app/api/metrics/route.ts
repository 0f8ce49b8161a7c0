import { isSameMachine } from "#app/_server/client-address.ts";
import { deskContext } from "#app/_server/desk.ts";
import { contextForApi } from "#app/_server/session.ts";
import { failure } from "#app/api/_server/serve.ts";
import { readPrometheus } from "#lib/reads/prometheus.ts";

/** For Prometheus: open to this machine, with a reading token from elsewhere. */
export async function GET(request: Request): Promise<Response> {
  try {
    const ctx = isSameMachine(request.headers)
      ? deskContext({ kind: "system" })
      : await contextForApi(request);
    ctx.must("ledger.read");
    const headers = {
      "content-type": "text/plain; version=0.0.4; charset=utf-8",
      "cache-control": "no-store",
    };
    return new Response(await readPrometheus(ctx), { headers });
  } catch (error) {
    return failure(error, "/api/metrics");
  }
}
