import { deskContext } from "#app/_server/desk.ts";
import { isLocale } from "#lib/i18n/locale.ts";
import { searchArticles } from "#lib/reads/help.ts";

/** Articles while somebody types: published ones, nothing else. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const lang = asked.get("lang");
  const found = await searchArticles(deskContext(), {
    question: (asked.get("q") ?? "").slice(0, 1000),
    lang: isLocale(lang) ? lang : "en",
    limit: 3,
  });
  return Response.json(
    { data: found.filter(({ coverage }) => coverage > 0.2).map(({ slug, title }) => ({ slug, title })) },
    { headers: { "cache-control": "no-store" } },
  );
}
