import { getI18n } from "#app/_server/i18n.ts";
import { agentContext } from "#app/_server/session.ts";
import { settingsPlaces } from "#app/(desk)/settings/_server/settings-places.ts";
import type { PaletteFinds } from "#components/shell/palette-finds.ts";
import { readInbox } from "#lib/reads/inbox.ts";
import { InboxFilter } from "#lib/reads/inbox-filter.ts";

const mostTickets = 6;

/** What the command palette cannot know by itself: the settings one may open, and the tickets that words find. */
export async function GET(request: Request): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  const ctx = await agentContext();
  if (!ctx) return new Response(null, { status: 401, headers });
  const q = new URL(request.url).searchParams.get("q")?.trim().slice(0, 200) ?? "";
  const [{ t }, found] = await Promise.all([
    getI18n(),
    q.length > 1 ? readInbox(ctx, InboxFilter.parse({ q, status: "all" })) : null,
  ]);
  const finds: PaletteFinds = {
    places: settingsPlaces(ctx.actor, t),
    tickets: (found?.tickets ?? []).slice(0, mostTickets).map(({ number, subject, customer }) => ({
      number,
      subject,
      customer: customer.name,
    })),
  };
  return Response.json(finds, { headers });
}
