import { getI18n } from "#app/_server/i18n.ts";
import { problem } from "#app/_server/problem.ts";
import { agentContext } from "#app/_server/session.ts";
import { type Cell, toCsv } from "#lib/domain/csv/to-csv.ts";
import { ageBuckets } from "#lib/metrics/backlog-by-queue.ts";
import { type Dashboard, DashboardFilter, readDashboard } from "#lib/reads/dashboard.ts";
import { notFound, ServiceError } from "#lib/services/errors.ts";

type Sheet = { header: string[]; rows: Cell[][] };

const sheets: Record<string, (board: Dashboard) => Sheet> = {
  attainment: ({ attainment }) => ({
    header: ["day", "met", "due"],
    rows: attainment.map(({ day, met, due }) => [day, met, due]),
  }),
  backlog: ({ backlog }) => ({
    header: ["queue", ...ageBuckets, "total"],
    rows: backlog.map((line) => [line.key, ...ageBuckets.map((age) => line[age]), line.total]),
  }),
  outcomes: ({ outcomes }) => ({
    header: ["stage", "tickets", "of"],
    rows: outcomes.map(({ stage, value, of }) => [stage, value, of]),
  }),
  /** Both figures, never one instead of the other. */
  "first-replies": ({ person, assistant }) => ({
    header: ["by", "period", "answered", "of", "median_minutes", "p90_minutes"],
    rows: Object.entries({ person, assistant }).flatMap(([by, times]) =>
      (["now", "before"] as const).map((period) => {
        const { value, of, median, p90 } = times[period];
        return [by, period, value, of, median, p90];
      }),
    ),
  }),
  "hand-offs": ({ handOffs }) => ({
    header: ["reason", "tickets"],
    rows: handOffs.map(({ reason, tickets }) => [reason, tickets]),
  }),
  satisfaction: ({ satisfaction: { lines } }) => ({
    header: ["answered_by", "agent", "good", "rated", "asked"],
    rows: lines.map(({ answeredBy, name, good, rated, asked }) => [answeredBy, name, good, rated, asked]),
  }),
  load: ({ load }) => ({
    header: ["queue", "waiting", "unassigned", "members_online", "members", "held", "capacity"],
    rows: load.map((q) => [q.key, q.waiting, q.unassigned, q.membersOnline, q.members, q.held, q.capacity]),
  }),
};

/** The table behind a chart, with the keys of the API as its words. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ table: string }> },
): Promise<Response> {
  try {
    const ctx = await agentContext();
    if (!ctx) throw new ServiceError("unauthenticated", "Sign in first.");
    const { table } = await params;
    const sheet = Object.hasOwn(sheets, table) ? sheets[table] : undefined;
    if (!sheet) throw notFound("table");
    const filter = DashboardFilter.parse(Object.fromEntries(new URL(request.url).searchParams));
    const { timeZone } = await getI18n();
    const { header, rows } = sheet(await readDashboard(ctx, filter, timeZone));
    return new Response(toCsv(header, rows), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${table}.csv"`,
        "cache-control": "private, no-store",
      },
    });
  } catch (error) {
    return problem(error);
  }
}
