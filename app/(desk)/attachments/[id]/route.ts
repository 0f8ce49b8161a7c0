import { readAttachment } from "#lib/reads/attachment.ts";
import { fileResponse } from "../_server/file-response.ts";

/** An attachment of a ticket's message. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/attachments/[id]">,
): Promise<Response> {
  const { id } = await params;
  return fileResponse((ctx) => readAttachment(ctx, id));
}
