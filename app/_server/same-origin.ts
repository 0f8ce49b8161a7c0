import "server-only";
import { deskConfig } from "./desk.ts";

/**
 * Whether a form was posted from a page of ours. Browsers send Origin with every POST; Sec-Fetch-Site comes
 * first where it is sent. A caller without either is not a browser and carries no one's cookies.
 */
export function isOwnPost(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  if (site && site !== "same-origin" && site !== "none") return false;
  const origin = request.headers.get("origin");
  if (origin === null) return true;
  if (!URL.canParse(origin)) return false;
  return (
    new URL(origin).host === request.headers.get("host") || origin === new URL(deskConfig().publicUrl).origin
  );
}
