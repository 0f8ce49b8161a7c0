import { readSideAttachment } from "#lib/reads/side-conversations.ts";
import { fileResponse } from "../../_server/file-response.ts";

/** An attachment of a side conversation. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/attachments/side/[id]">,
): Promise<Response> {
  const { id } = await params;
  return fileResponse((ctx) => readSideAttachment(ctx, id));
}
