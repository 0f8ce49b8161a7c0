import { eq } from "drizzle-orm";
import { z } from "zod";
import { calendars } from "#db/schema/index.ts";
import type { Holiday } from "#lib/domain/calendars/calendar.ts";
import { type IgnoredEvent, importIcal } from "#lib/domain/calendars/import-ical.ts";
import { countryHolidays } from "../calendars/country-holidays.ts";
import type { Context } from "../context.ts";
import { invalid, notFound } from "../errors.ts";
import { id, parseInput } from "../input.ts";
import { transact } from "../transact.ts";

const year = z.int().min(2000).max(2040);
const HolidayImport = z
  .strictObject({
    calendarId: id(),
    from: year,
    to: year,
    /** ISO 3166, with a region where holidays differ: "KR", "DE-BY". */
    country: z
      .string()
      .regex(/^[A-Z]{2}(-[A-Z0-9]{1,5})?$/)
      .optional(),
    /** The text of an iCalendar file. */
    ical: z.string().max(2_000_000).optional(),
    /** Whether deadlines of open tickets are counted anew. */
    apply: z.enum(["new", "open"]),
  })
  .refine(({ from, to }) => to >= from && to - from <= 20, { path: ["to"] })
  .refine(({ country, ical }) => (country === undefined) !== (ical === undefined), { path: ["country"] });

/** Adds a country's public holidays, or those of an iCalendar file, to a calendar. Known dates keep their names. */
export async function importHolidays(
  ctx: Context,
  input: z.input<typeof HolidayImport>,
): Promise<{ added: number; ignored: IgnoredEvent[] }> {
  ctx.must("sla.write");
  const { calendarId, from, to, country, ical, apply } = parseInput(HolidayImport, input);
  const found = country
    ? { holidays: await countryHolidays(country, from, to), ignored: [] }
    : importIcal(ical!, { from, to });
  if (country && found.holidays.length === 0) {
    throw invalid("No holidays are known for this country.", { country: "No holidays are known for it." });
  }
  return transact(ctx, async ({ tx, audit, enqueue }) => {
    const [calendar] = await tx.select().from(calendars).where(eq(calendars.id, calendarId)).for("update");
    if (!calendar) throw notFound("calendar");
    const known = new Set(calendar.holidays.map((holiday) => holiday.date));
    const added = found.holidays.filter((holiday) => !known.has(holiday.date));
    const holidays: Holiday[] = [...calendar.holidays, ...added].sort((a, b) => (a.date < b.date ? -1 : 1));
    if (added.length > 0) await tx.update(calendars).set({ holidays }).where(eq(calendars.id, calendarId));
    if (apply === "open" && added.length > 0) await enqueue("clocks.renew_policies", {});
    const about = { from, to, country: country ?? "ical", added: added.length };
    await audit("calendar.holidays_imported", `calendar:${calendarId}`, about);
    return { added: added.length, ignored: found.ignored };
  });
}
