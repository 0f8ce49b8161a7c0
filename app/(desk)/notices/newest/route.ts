import { getI18n } from "#app/_server/i18n.ts";
import { agentContext } from "#app/_server/session.ts";
import { readNewestNotice } from "#lib/reads/notices.ts";

/** The newest unread notice in the reader's words, for a desktop notification. */
export async function GET(): Promise<Response> {
  const headers = { "cache-control": "no-store" };
  const ctx = await agentContext();
  if (!ctx) return new Response(null, { status: 401, headers });
  const [notice, { t }] = await Promise.all([readNewestNotice(ctx), getI18n()]);
  if (!notice) return new Response(null, { status: 204, headers });
  const { id, kind, clock, ticket, mailbox } = notice;
  return Response.json(
    {
      id,
      title: t(`routing.notice.${kind}`, { clock: clock ? t(`clock.${clock}`) : "" }),
      body: ticket ? `#${ticket.number} ${ticket.subject}` : (mailbox?.address ?? ""),
      href: ticket ? `/tickets/${ticket.number}` : "/mail",
    },
    { headers },
  );
}
