import { problem } from "#app/_server/problem.ts";
import { isOwnPost } from "#app/_server/same-origin.ts";
import { agentContext } from "#app/_server/session.ts";
import { json } from "#app/api/_server/serve.ts";
import { mostFileBytes } from "#lib/domain/files/most-file-bytes.ts";
import { forbidden, ServiceError } from "#lib/services/errors.ts";
import { keepUpload } from "#lib/services/tickets/own-files.ts";

/** Takes a file that will go out with a reply: raw bytes, its name in `x-file-name`, percent-encoded. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnPost(request)) return problem(forbidden());
  const ctx = await agentContext();
  if (!ctx) return problem(new ServiceError("unauthenticated", "Sign in first."));
  try {
    if (Number(request.headers.get("content-length") ?? 0) > mostFileBytes)
      throw new ServiceError("too_large", "The file is larger than 20 MB.");
    const bytes = Buffer.from(await request.arrayBuffer());
    const name = nameOf(request.headers.get("x-file-name") ?? "");
    const type = request.headers.get("content-type") ?? "";
    return json(await keepUpload(ctx, { name, type, bytes }), 201);
  } catch (error) {
    return problem(error);
  }
}

function nameOf(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return "file";
  }
}
