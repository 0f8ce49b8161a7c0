import { isBlock, readBlock } from "#lib/reads/ticket-blocks.ts";
import { ServiceError } from "#lib/services/errors.ts";
import { agentContext } from "../../../../../_server/session.ts";

const headers = { "cache-control": "private, no-store" };

/** One block of the column beside a ticket. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/tickets/[number]/blocks/[block]">,
): Promise<Response> {
  const ctx = await agentContext();
  if (!ctx) return new Response("Sign in first.", { status: 401, headers });
  const { number, block } = await params;
  if (!isBlock(block)) return new Response("There is no such block.", { status: 404, headers });
  try {
    return Response.json(await readBlock(ctx, number, block), { headers });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return new Response(error.message, { status: error.kind === "not_found" ? 404 : 403, headers });
  }
}
