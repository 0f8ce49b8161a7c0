import { preferenceCookies } from "#app/_server/preferences.ts";
import { isOwnPost } from "#app/_server/same-origin.ts";
import { safePath } from "#lib/domain/links/safe-path.ts";
import { isLocale } from "#lib/i18n/locale.ts";

/** The reader's language on this device, by a plain form. */
export async function POST(request: Request): Promise<Response> {
  if (!isOwnPost(request)) return new Response(null, { status: 403 });
  const form = await request.formData().catch(() => new FormData());
  const locale = form.get("locale");
  const headers = new Headers({ location: comesFrom(request, form), "cache-control": "no-store" });
  if (isLocale(locale)) {
    headers.set(
      "set-cookie",
      `${preferenceCookies.locale}=${locale}; Path=/; Max-Age=31536000; SameSite=Lax`,
    );
  }
  return new Response(null, { status: 303, headers });
}

/** The page with the button: the browser names it. The form's own word may be of the page before, whose frame was kept. */
function comesFrom(request: Request, form: FormData): string {
  const page = URL.parse(request.headers.get("referer") ?? "");
  return safePath(page ? page.pathname + page.search : form.get("to"), "/help");
}
