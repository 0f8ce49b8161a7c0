import { createHmac, timingSafeEqual } from "node:crypto";
import { deriveKey } from "./derive-key.ts";

/** A file that was handed in and not yet sent with anything. */
export type Upload = { sha256: string; name: string; type: string; sizeBytes: number };

/**
 * What the browser holds between handing a file in and sending it: the file's facts with an HMAC-SHA-256 over them and
 * over who handed it in. It stands for a blob that is stored already, so nobody can attach what they never had.
 */
export function uploadToken(secret: string, owner: string, upload: Upload): string {
  const { sha256, name, type, sizeBytes } = upload;
  const body = Buffer.from(JSON.stringify([sha256, name, type, sizeBytes])).toString("base64url");
  return `${body}.${mac(secret, owner, body).toString("base64url")}`;
}

/** Null when it is forged, damaged or somebody else's. */
export function readUploadToken(secret: string, owner: string, token: string): Upload | null {
  const [body = "", given = "", more] = token.split(".");
  const expected = mac(secret, owner, body);
  const bytes = Buffer.from(given, "base64url");
  if (more !== undefined || bytes.length !== expected.length || !timingSafeEqual(bytes, expected))
    return null;
  const [sha256, name, type, sizeBytes] = JSON.parse(Buffer.from(body, "base64url").toString("utf8"));
  return { sha256, name, type, sizeBytes };
}

function mac(secret: string, owner: string, body: string): Buffer {
  return createHmac("sha256", deriveKey(secret, "upload")).update(`${owner}\n${body}`).digest();
}
