import "server-only";
import { ServiceError } from "#lib/services/errors.ts";

const tooLarge = (limit: number) =>
  new ServiceError("too_large", `The body is larger than ${Math.floor(limit / 1024)} kB.`);

/** The body as it comes, never more than `limit` bytes of it. Throws `too_large`. */
export async function* bodyPieces(request: Request, limit: number): AsyncGenerator<Buffer> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) throw tooLarge(limit);
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > limit) throw tooLarge(limit);
    yield Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength);
  }
}

/** The whole body in memory. Throws `too_large`. */
export async function readBytes(request: Request, limit: number): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of bodyPieces(request, limit)) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** A JSON object and nothing else: a form or plain text with JSON in it is somebody else's page talking. */
export async function readJson(request: Request, limit: number): Promise<unknown> {
  const type = (request.headers.get("content-type") ?? "").split(";")[0]!.trim().toLowerCase();
  if (type !== "application/json") throw bad("Send application/json.");
  const bytes = await readBytes(request, limit);
  try {
    return withoutPrototypes(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)));
  } catch (cause) {
    if (cause instanceof ServiceError) throw cause;
    throw bad("The body is not valid JSON.");
  }
}

export const bad = (message: string, fields?: Record<string, string>) =>
  new ServiceError("malformed", message, { fields });

/** `__proto__` is never a field of ours. */
function withoutPrototypes(value: unknown): unknown {
  const seen = [value];
  for (let next = seen.pop(); next !== undefined; next = seen.pop()) {
    if (typeof next !== "object" || next === null) continue;
    if (Object.hasOwn(next, "__proto__"))
      throw bad("The field __proto__ is not known.", { __proto__: "Unknown field." });
    seen.push(...Object.values(next));
  }
  return value;
}
