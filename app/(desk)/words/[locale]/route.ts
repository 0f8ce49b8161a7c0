import { deskWords } from "#lib/i18n/desk-words.ts";
import { locales } from "#lib/i18n/locale.ts";

/** The desk's words for the browser, kept there for as long as they do not change. Nobody's data is in them. */
export async function GET(request: Request, { params }: RouteContext<"/words/[locale]">): Promise<Response> {
  const asked = (await params).locale;
  const locale = locales.find((known) => known === asked);
  if (!locale) return new Response(null, { status: 404 });
  const { json, version } = deskWords(locale);
  const isThisVersion = new URL(request.url).searchParams.get("v") === version;
  return new Response(json, {
    headers: {
      "content-type": "application/json",
      "cache-control": isThisVersion ? "public, max-age=31536000, immutable" : "no-store",
    },
  });
}
