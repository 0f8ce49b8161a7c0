import { parseEmail } from "#lib/channels/email/parse-email.ts";
import { replyAddress } from "#lib/domain/intake/reply-address.ts";
import { subjectToken } from "#lib/domain/intake/subject-token.ts";
import { type Check, type MailCase, readRaw } from "./cases.ts";
import { Desk, instanceId, type Outcome } from "./desk.ts";
import { fill } from "./fill.ts";
import { listMails, type Pairs, pairsOf } from "./list-threads.ts";

/** The set-up of the corpus's README: four tickets, one of them closed, one merged. */
function standardDesk(): { desk: Desk; values: Record<string, string> } {
  const desk = new Desk(["agent@helpdesk.example"]);
  const t1 = desk.open("alice@customer.example", ["bob@customer.example"]);
  const t2 = desk.open("carol@other.example");
  const t3 = desk.open("alice@customer.example", [], "closed");
  const t4 = desk.open("alice@customer.example");
  t4.mergedInto = t1;
  const values: Record<string, string> = { INSTANCE_ID: instanceId, AUTHSERV_ID: "mx.helpdesk.example" };
  const mailbox = "support@helpdesk.example";
  [t1, t2, t3, t4].forEach((ticket, i) => {
    const name = i + 1;
    values[`T${name}.reply_address`] = replyAddress({ mailbox, ticketNumber: ticket.number, key: desk.key });
    values[`T${name}.subject_token`] = subjectToken(ticket.number, desk.key);
    values[`OUT${name}.message_id`] = `out${name}@helpdesk.example`;
    values[`IN${name}.message_id`] = `in${name}@customer.example`;
    desk.knows(`out${name}@helpdesk.example`, ticket, true);
    desk.knows(`in${name}@customer.example`, ticket, false);
  });
  values["T1.agent_reply_address"] = values["T1.reply_address"]!.replace("+", "+a");
  values["OUT1.verp"] = "bounce+x@helpdesk.example";
  return { desk, values };
}

/** The scenarios in the order of their files; copies of one mail share a desk. */
export async function scoreThreads(cases: MailCase[]): Promise<(Check & { file: string })[]> {
  const checks: (Check & { file: string })[] = [];
  const groups = new Map<string, ReturnType<typeof standardDesk>>();
  for (const { file, expect } of cases) {
    const group = expect.dedupe_group ?? (file.includes("mid-collision") ? "dup-1" : file);
    const { desk, values } = groups.get(group) ?? standardDesk();
    groups.set(group, { desk, values });
    const raw = Buffer.from(fill(readRaw(file).toString("utf8"), values));
    const email = await parseEmail(raw);
    const outcome = desk.receive(email, raw, email.deliveredTo[0]?.replace(/\+[^@]*/, ""));
    const ok = actionFits(expect.action, outcome);
    checks.push({ file, field: "action", ok, got: outcome.action, want: expect.action });
    if (expect.ticket && outcome.ticket && outcome.action === "append")
      checks.push({
        file,
        field: "ticket",
        ok: outcome.ticket.number === Number(expect.ticket.slice(1)),
        got: outcome.ticket.number,
        want: expect.ticket,
      });
    if (expect.author && email.senderVerdict.kind === "known")
      checks.push({
        file,
        field: "author",
        ok: email.senderVerdict.address === expect.author,
        got: email.senderVerdict,
        want: expect.author,
      });
    if (expect.unverified)
      checks.push({ file, field: "unverified", ok: email.senderVerdict.kind === "unverified" });
  }
  return checks;
}

function actionFits(want: string, outcome: Outcome): boolean {
  const flagged = outcome.permission?.kind === "append" && outcome.permission.as === "flagged";
  const names: Record<Outcome["action"], string[]> = {
    ignore: ["drop"],
    hold: ["hold"],
    duplicate: ["duplicate"],
    new: ["new", "linked"],
    append: flagged ? ["append_flagged", "flagged"] : ["append"],
    follow_up: ["reopen", "new_linked", "new"],
  };
  return names[outcome.action].some(
    (name) => want === name || want.split("_or_").includes(name) || want.startsWith(`${name}_or_`),
  );
}

/** By the rules alone, without a database. */
export async function scoreListThreads(order: "date" | "shuffled"): Promise<Pairs> {
  const desk = new Desk([]);
  const placed: { group: number; ticket: unknown }[] = [];
  for (const { group, raw } of listMails(order)) {
    const { ticket } = desk.receive(await parseEmail(raw), raw);
    placed.push({ group, ticket: ticket?.number ?? -1 });
  }
  return pairsOf(placed);
}
