const months = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const zones: Record<string, number> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  kst: 540,
  jst: 540,
  cet: 60,
  cest: 120,
  bst: 60,
  msk: 180,
};

/** RFC 5322 s3.3 with its obsolete forms: comments, two-digit years, zone names, missing seconds or zone (then UTC). */
export function parseDate(binary: string | null): Date | null {
  if (!binary) return null;
  const text = binary
    .replace(/\([^()]*\)/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);
  const rfc =
    /(\d{1,2})[ -]([a-z]{3})[a-z]*\.?,?[ -](\d{2,4})(?:,? +(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?)?(?:\.\d+)? ?(?:([+-])(\d{2}):?(\d{2})|([a-z]{1,5}))?/i.exec(
      text,
    );
  const month = rfc ? months.indexOf(rfc[2]!.toLowerCase()) : -1;
  if (!rfc || month < 0) return otherDate(text);
  const [, day, , yearText, hour = "0", minute = "0", second = "0", sign, zoneHour, zoneMinute, zoneName] =
    rfc;
  const written = Number(yearText);
  const year = yearText!.length >= 4 ? written : written + (written < 50 ? 2000 : 1900);
  const offset = sign
    ? (sign === "-" ? -1 : 1) * (Number(zoneHour) * 60 + Number(zoneMinute))
    : (zones[zoneName?.toLowerCase() ?? ""] ?? 0);
  return valid(
    Date.UTC(year, month, Number(day), Number(hour), Number(minute) - offset, Math.min(Number(second), 59)),
  );
}

/** C's asctime (`Tue Mar  5 15:21:00 2024`) and ISO dates. */
function otherDate(text: string): Date | null {
  const c = /([a-z]{3}) (\d{1,2}) (\d{1,2}):(\d{2}):(\d{2})(?: [a-z]{3,4})? (\d{4})/i.exec(text);
  const month = c ? months.indexOf(c[1]!.toLowerCase()) : -1;
  if (c && month >= 0)
    return valid(Date.UTC(Number(c[6]), month, Number(c[2]), Number(c[3]), Number(c[4]), Number(c[5])));
  return /^\d{4}-\d{2}-\d{2}/.test(text) ? valid(Date.parse(text)) : null;
}

/** Postgres and people stop at sane years. */
function valid(time: number): Date | null {
  const date = new Date(time);
  return Number.isNaN(time) || date.getUTCFullYear() < 1970 || date.getUTCFullYear() > 9999 ? null : date;
}
