import { parseEmail } from "#lib/channels/email/parse-email.ts";
import { readCases, readRaw } from "./cases.ts";
import { scoreFields } from "./score-fields.ts";
import { scoreHtml } from "./score-html.ts";
import { scoreAuto } from "./score-auto.ts";
import { scoreForward } from "./score-forward.ts";
import { scoreReply } from "./score-reply.ts";

const kinds = process.argv[2]!.split(",");
const show = process.argv[3];
for (const kind of kinds) {
  let ok = 0,
    all = 0,
    mails = 0,
    good = 0,
    slow = 0;
  for (const c of readCases().filter((c) => c.kind === kind)) {
    const t = performance.now();
    const mail = await parseEmail(readRaw(c.file));
    const ms = performance.now() - t;
    if (ms > 200) console.log("SLOW", c.file, ms);
    slow = Math.max(ms, slow);
    const checks = kind === "auto" ? scoreAuto(c, mail) : kind === "forward" ? scoreForward(c, mail) : kind === "reply" ? scoreReply(c, mail) : kind === "html" ? scoreHtml(c, mail) : scoreFields(c, mail);
    mails++;
    if (checks.every((x) => x.ok)) good++;
    for (const x of checks) {
      all++;
      if (x.ok) ok++;
      else if (show)
        console.log(
          c.file,
          x.field,
          "\n   GOT ",
          JSON.stringify(x.got)?.slice(0, 600),
          "\n   WANT",
          JSON.stringify(x.want)?.slice(0, 600),
        );
    }
  }
  console.log(kind, ok, all, ((ok / all) * 100).toFixed(2), good, mails, "slowest", slow);
}
