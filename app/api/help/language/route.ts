import { preferenceCookies } from "#app/_server/preferences.ts";
import { isOwnPost } from "#app/_server/same-origin.ts";
import { safePath } from "#lib/domain/links/safe-path.ts";
import { isLocale } from "#lib/i18n/locale.ts";

/** The reader's language on this device, by a plain form. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnPost(request)) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => new FormData());
  const locale = form.get("locale");
  const headers = new Headers({ location: safePath(form.get("to"), "/help"), "cache-control": "no-store" });
  if (isLocale(locale)) {
    headers.set(
      "set-cookie",
      `${preferenceCookies.locale}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax`,
    );
  }
  return new Response(null, { status: 303, headers });
}
