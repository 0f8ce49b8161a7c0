import type { Holiday } from "../../domain/calendars/calendar.ts";
import { koreanHolidays } from "../../domain/calendars/korea.ts";

/** Days that the data package lacks, found by comparing 2020–2035 with a second source. Drop them when it has them. */
const missing: Record<string, Holiday[]> = {
  US: ["2023-11-10", "2028-11-10", "2029-11-12", "2034-11-10", "2035-11-12"].map((date) => ({
    date,
    name: "Veterans Day (substitute day)",
  })),
  JP: [{ date: "2032-09-21", name: "National holiday" }],
};

/**
 * The public holidays of a country and years (both ends included), by date, each date once.
 * `country` is ISO 3166, with a region where holidays differ: "KR", "US", "JP", "DE-BY", "GB-ENG".
 * Korea is our own arithmetic (2020–2040); the others come from the package date-holidays, which is
 * loaded when first asked. Empty for a country it does not know.
 */
export async function countryHolidays(country: string, from: number, to: number): Promise<Holiday[]> {
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  const all = country === "KR" ? years.flatMap(korean) : await packaged(country, years);
  const byDate = new Map<string, Holiday>();
  for (const holiday of all) if (!byDate.has(holiday.date)) byDate.set(holiday.date, holiday);
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

function korean(year: number): Holiday[] {
  return koreanHolidays(year).map(({ date, name, name_ko }) => ({ date, name, name_ko }));
}

async function packaged(code: string, years: readonly number[]): Promise<Holiday[]> {
  const { default: Holidays } = await import("date-holidays");
  const [country = "", region] = code.split("-");
  const known = region ? new Holidays(country, region) : new Holidays(country);
  const listed = years.flatMap((year) =>
    (known.getHolidays(year, "en") ?? [])
      .filter((holiday) => holiday.type === "public")
      .map((holiday) => ({ date: holiday.date.slice(0, 10), name: holiday.name })),
  );
  const added = (missing[country] ?? []).filter((holiday) =>
    years.includes(Number(holiday.date.slice(0, 4))),
  );
  return [...listed, ...added];
}
