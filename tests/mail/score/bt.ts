import { parseEmail } from "#lib/channels/email/parse-email.ts";
import { readCases, readRaw } from "./cases.ts";
import { scoreBounce } from "./score-bounce.ts";
const show = process.argv[2];
const t: Record<string, [number, number]> = {};
for (const c of readCases()) {
  const mail = await parseEmail(readRaw(c.file));
  if (c.kind !== "bounce") {
    t.falseAlarm ??= [0, 0]; t.falseAlarm[1]++;
    if (mail.bounce) { if (c.kind !== "auto" || c.expect.is_auto_reply !== "bounce_or_auto") { t.falseAlarm[0]++; console.log("FALSE", c.file, JSON.stringify(c.expect).slice(0, 100)); } }
    continue;
  }
  for (const x of scoreBounce(c, mail)) { const k = t[x.field] ??= [0, 0]; k[1]++; if (x.ok) k[0]++; else if (show && (show === "all" || show === x.field)) console.log(c.file, x.field, "GOT", JSON.stringify(x.got)?.slice(0, 300), "WANT", JSON.stringify(x.want)?.slice(0, 300)); }
}
for (const [k, [a, b]] of Object.entries(t)) console.log(k, a, b, (a / b * 100).toFixed(2));
