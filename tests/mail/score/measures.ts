import { parseEmail } from "#lib/channels/email/parse-email.ts";
import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import { type Check, type MailCase, readCases, readRaw } from "./cases.ts";
import type { Pairs } from "./list-threads.ts";
import { scoreAuto } from "./score-auto.ts";
import { scoreBounce } from "./score-bounce.ts";
import { scoreFields } from "./score-fields.ts";
import { scoreForward } from "./score-forward.ts";
import { scoreHtml } from "./score-html.ts";
import { scoreAddress, scoreAttach, scoreCrypto, scoreRobust } from "./score-other.ts";
import { scoreReply } from "./score-reply.ts";
import { scoreListThreads, scoreThreads } from "./score-thread.ts";

export interface Measure {
  name: string;
  /** In percent; a measure without a bar is only shown. */
  bar: number | null;
  right: number;
  all: number;
  misses: string[];
}

type Scored = Check & { case: MailCase };

const scorers: Record<string, (one: MailCase, mail: ParsedEmail) => Check[]> = {
  parse: scoreFields,
  korean: scoreFields,
  reply: scoreReply,
  forward: scoreForward,
  bounce: scoreBounce,
  auto: scoreAuto,
  html: scoreHtml,
  address: scoreAddress,
  crypto: scoreCrypto,
  attach: scoreAttach,
  robust: scoreRobust,
};

/** Parses every case once and counts what the issue asks for. */
export async function measureCorpus(): Promise<{ measures: Measure[]; slowestMs: number }> {
  const cases = readCases();
  const scored: Scored[] = [];
  const alarms: Scored[] = [];
  let slowestMs = 0;
  for (const one of cases) {
    const raw = readRaw(one.file);
    const start = performance.now();
    const mail = await parseEmail(raw);
    slowestMs = Math.max(slowestMs, performance.now() - start);
    for (const check of scorers[one.kind]?.(one, mail) ?? []) scored.push({ ...check, case: one });
    if (one.kind !== "bounce")
      alarms.push({ field: "false_alarm", ok: mail.bounce === null || isReport(raw), case: one });
  }
  const threads = await scoreThreads(cases.filter((one) => one.kind === "thread"));
  const dated = await scoreListThreads("date");
  const shuffled = await scoreListThreads("shuffled");
  return {
    measures: [...measuresOf(scored, alarms), ...threadMeasures(threads, dated, shuffled)],
    slowestMs,
  };
}

/** An independent look: calls itself a report, or comes from a mail server. Other kinds hold a few true bounces. */
function isReport(raw: Buffer): boolean {
  const text = raw.toString("latin1");
  return (
    /^content-type:\s*multipart\/report/im.test(text) ||
    /^(?:from|sender):.*(?:mailer-daemon|postmaster|mail delivery)/im.test(text)
  );
}

function measuresOf(scored: Scored[], alarms: Scored[]): Measure[] {
  const of = (name: string, bar: number | null, kinds: string, fields: RegExp, files = /./) =>
    measure(
      name,
      bar,
      scored.filter(
        (c) => kinds.split(" ").includes(c.case.kind) && fields.test(c.field) && files.test(c.case.file),
      ),
    );
  return [
    of("parsed fields, all", 98.5, "parse korean", /./),
    of("parsed fields, Korean", 98.5, "korean", /./),
    of("reply text exact, all", 85, "reply", /^reply_text|^must_not_trim/),
    of("reply text exact, Korean", 95, "reply", /^reply_text|^must_not_trim/, /\/(?:ko-|html-.*-ko)/),
    of("reply: nothing the sender wrote is hidden", 100, "reply", /^must_not_trim|^reply_contains/),
    of("reply: no quote is left", null, "reply", /^reply_excludes/),
    of("HTML reply", 85, "reply", /^reply_text_collapsed/),
    of("forward: original sender, all", 95, "forward", /^original_from/),
    of("forward: original sender, Korean", 90, "forward", /^original_from/, /\/ko-/),
    of("forward: not a forward", 100, "forward", /^not_a_forward/),
    of(
      "forward: subject, body, note",
      null,
      "forward",
      /^original_subject|^original_body|^agent_note|^before|^embedded/,
    ),
    of("bounce: recall", 98, "bounce", /^is_bounce/),
    measure("bounce: other mail left alone", 99.7, alarms),
    of("bounce: recipients", 92, "bounce", /^recipients/),
    of("bounce: status", 88, "bounce", /^status/),
    of("bounce: temporary", null, "bounce", /^temporary/),
    of("auto-reply: acknowledgement", 100, "auto", /^send_auto_ack/),
    of("auto-reply: kind and effect", null, "auto", /^kind|^is_auto_reply|^ticket_effect/),
    of("sender tricks: none attributed", 100, "address", /./),
    of("HTML: nothing forbidden, nothing loads", 100, "html", /^forbidden|^blocked|^must_not_execute/),
    of("HTML: honest text kept", 99, "html", /^keep_text/),
    of("S/MIME and PGP recognised", null, "crypto", /./),
    of("winmail.dat kept", 100, "attach", /./),
    of("damaged mail: survived", 100, "robust", /^survived/),
    of("damaged mail: as the source recovered it", null, "robust", /^(?!survived)/),
  ];
}

function threadMeasures(threads: (Check & { file: string })[], dated: Pairs, shuffled: Pairs): Measure[] {
  const misses = threads.filter((check) => !check.ok).map((check) => `${check.file} ${check.field}`);
  return [
    {
      name: "threading: action, ticket, author",
      bar: 97,
      right: threads.filter((c) => c.ok).length,
      all: threads.length,
      misses,
    },
    share("list threads, by date: precision", 100, dated.precision),
    share("list threads, by date: recall", 99, dated.recall),
    share("list threads, shuffled: precision", 100, shuffled.precision),
    share("list threads, shuffled: recall", 99, shuffled.recall),
  ];
}

function share(name: string, bar: number, value: number): Measure {
  return { name, bar, right: value, all: 1, misses: [] };
}

function measure(name: string, bar: number | null, checks: Scored[]): Measure {
  const misses = checks
    .filter((check) => !check.ok)
    .map(
      (check) =>
        `${check.case.file} ${check.field}\n    got  ${short(check.got)}\n    want ${short(check.want)}`,
    );
  return { name, bar, right: checks.length - misses.length, all: checks.length, misses };
}

function short(value: unknown): string {
  return (JSON.stringify(value) ?? "–").slice(0, 300);
}

export function percent({ right, all }: Measure): number {
  return all === 0 ? 0 : (right / all) * 100;
}
