/**
 * What it costs to make a megabyte of mail HTML safe, beside a pass of the same parser that does nothing.
 *
 *     node bench/sanitise.ts [rounds]
 */
import { Parser } from "htmlparser2";
import { sanitizeEmailHtml } from "../lib/channels/email/sanitize-email-html.ts";

const rounds = Number(process.argv[2] ?? 100);
const megabyte = 1 << 20;
const kinds: Record<string, string> = {
  "a thread of short paragraphs":
    "<div style='color:red'><p>한국어 문장과 <b>words</b> <a href='https://x.test/?a=1'>link</a></p><img src='https://pixel.test/a.png'></div>",
  "a newsletter of styled cells":
    "<td width=100 style='font-family:Arial;font-size:14px;color:#123456;padding:0 0 0 12px'>&nbsp;a &amp; b</td>",
  "nothing but tags that open": "<b><i>x",
  "nothing but angle brackets": "<",
};

const nobody = { cidUrl: () => null, remoteImageUrl: null };
const bare = (html: string) => new Parser({}, { decodeEntities: true }).end(html);
const ours = (html: string) => sanitizeEmailHtml(html, nobody).html.length;

function measure(work: () => unknown): { p50: number; p99: number } {
  for (let warm = 0; warm < 5; warm++) work();
  const times = Array.from({ length: rounds }, () => {
    const from = performance.now();
    work();
    return performance.now() - from;
  }).sort((a, b) => a - b);
  return { p50: times[Math.floor(rounds / 2)]!, p99: times[Math.ceil(rounds * 0.99) - 1]! };
}

for (const [kind, row] of Object.entries(kinds)) {
  const html = row.repeat(Math.ceil(megabyte / row.length)).slice(0, megabyte);
  const made = measure(() => ours(html));
  const floor = kind.startsWith("nothing but tags") ? null : measure(() => bare(html));
  const ratio = floor
    ? `${(made.p50 / floor.p50).toFixed(1)} × the bare pass (${floor.p50.toFixed(0)} ms)`
    : "";
  console.log(`${kind.padEnd(32)} p50 ${made.p50.toFixed(0)} ms  p99 ${made.p99.toFixed(0)} ms  ${ratio}`);
}
