import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assistantRuns, drafts } from "#db/schema/index.ts";
import { applyTriage } from "#lib/services/assistant/apply-triage.ts";
import { fileDraft } from "#lib/services/assistant/file-draft.ts";
import { putCompany } from "#lib/services/customers/put-company.ts";
import { putCustomer } from "#lib/services/customers/put-customer.ts";
import { addNote } from "#lib/services/tickets/add-note.ts";
import { replyToTicket } from "#lib/services/tickets/reply-to-ticket.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import {
  aCategory,
  aDesk,
  aMail,
  contextOn,
  draftOf,
  evidenceOf,
  runFacts,
  short,
  supported,
} from "#tests/support/factories.ts";
import { anArticle, aTicket, deliver, look } from "#tests/support/tickets.ts";

let desk: TestDatabase;
let home: Awaited<ReturnType<typeof aDesk>>;
beforeAll(async () => {
  desk = await createTestDatabase();
  home = await aDesk(desk);
});
afterAll(() => desk.drop());

/** A sorted ticket of a category that may answer by itself, with an article that answers it. */
async function sorted(evidence = evidenceOf(), changes: { now?: Date; mode?: "off" | "auto" } = {}) {
  const to = home.mailbox.address;
  const category = await aCategory(desk, {
    mode: changes.mode ?? "auto",
    certifiedAt: new Date(),
    threshold: 0.95,
  });
  const article = await anArticle(desk, { categoryId: category.id });
  const made = await aTicket(desk, { to }, changes);
  const full = { ...evidence, category: { ...evidence.category, id: category.id } };
  await applyTriage(contextOn(desk), { ...made, basedOnVersion: 1, evidence: full, run: runFacts });
  return { ...made, category, article, evidence: full };
}

const filed = ({ ticketId, messageId, evidence, article }: Awaited<ReturnType<typeof sorted>>) => ({
  ticketId,
  messageId,
  basedOnVersion: 1,
  evidence,
  draft: { output: draftOf(article.id), run: runFacts },
  check: { output: supported, run: runFacts },
  summary: "wants to know where the parcel is",
});

describe("a mail", () => {
  test("becomes one ticket with one message, however often it is delivered", async () => {
    const raw = aMail({ to: home.mailbox.address });
    const first = await deliver(desk, raw, { to: [home.mailbox.address] });
    const second = await deliver(desk, raw, { to: [home.mailbox.address] });
    expect(second.id).toBe(first.id);
    expect(first).toMatchObject({ state: "delivered", reason: "new_ticket" });
    expect((await look(desk, first.ticketId!)).messages).toHaveLength(1);
  });

  test("that answers our reply joins its ticket and opens it again", async () => {
    const from = `alice-${short()}@customer.example`;
    const { ticketId } = await aTicket(desk, { from, to: home.mailbox.address });
    await replyToTicket(contextOn(desk, { actor: home.agent.actor }), { ticketId, body: "Which number?" });
    const { outbound } = await look(desk, ticketId);
    const answer = aMail({
      from,
      to: outbound[0]!.replyTo,
      subject: "Re: x",
      body: "Number 7",
      headers: [`In-Reply-To: <${outbound[0]!.messageId}>`],
    });
    const ledger = await deliver(desk, answer, { to: [outbound[0]!.replyTo] });
    const after = await look(desk, ticketId);
    expect(ledger).toMatchObject({ ticketId, reason: "in_reply_to" });
    expect(after.ticket.status).toBe("open");
    expect(after.messages.map((message) => message.authorKind)).toEqual(["customer", "agent", "customer"]);
  });

  test("of a stranger who knows a reference is shown with a warning and moves nothing", async () => {
    const { ticketId } = await aTicket(desk, { to: home.mailbox.address });
    await replyToTicket(contextOn(desk, { actor: home.agent.actor }), {
      ticketId,
      body: "Done.",
      status: "solved",
    });
    const { outbound } = await look(desk, ticketId);
    await deliver(
      desk,
      aMail({
        from: "mallory@evil.example",
        to: home.mailbox.address,
        headers: [`In-Reply-To: <${outbound[0]!.messageId}>`],
      }),
    );
    const after = await look(desk, ticketId);
    expect(after.ticket).toMatchObject({ status: "solved", needsReview: true });
    expect(after.messages.at(-1)).toMatchObject({ unverified: "not_on_this_ticket" });
  });

  test("of a colleague, whom the desk has put into the customer's company, counts as the customer's", async () => {
    const people = contextOn(desk, { actor: home.agent.actor });
    const [asking, colleague] = [`kim-${short()}@firm.example`, `lee-${short()}@firm.example`];
    const company = `firm-${short()}`;
    await putCompany(people, company, { name: "Firm" });
    for (const address of [asking, colleague]) {
      await putCustomer(people, address, { addresses: [address], company });
    }
    const { ticketId } = await aTicket(desk, { to: home.mailbox.address, from: asking });
    await replyToTicket(people, { ticketId, body: "Done.", status: "solved" });
    const { outbound } = await look(desk, ticketId);
    const headers = [`In-Reply-To: <${outbound[0]!.messageId}>`];
    await deliver(desk, aMail({ from: colleague, to: home.mailbox.address, headers }));
    const after = await look(desk, ticketId);
    expect(after.messages.at(-1)).toMatchObject({ authorKind: "customer", unverified: null });
    expect(after.ticket).toMatchObject({ status: "open" });
  });
});

describe("a sorted ticket", () => {
  test("that everything allows is answered and solved, with one mail, its sources and its clocks", async () => {
    const made = await sorted();
    const decision = await fileDraft(contextOn(desk), filed(made));
    const after = await look(desk, made.ticketId);
    expect(decision).toMatchObject({ kind: "send", close: true });
    expect(after.ticket).toMatchObject({ status: "solved", assistantState: "answered", assigneeId: null });
    expect(after.ticket.closesAt).not.toBeNull();
    expect(after.messages.at(-1)).toMatchObject({
      authorKind: "assistant",
      sources: [{ id: made.article.id }],
    });
    expect(after.outbound).toMatchObject([{ kind: "auto", automatic: true, state: "queued" }]);
    expect(after.clocks.find((clock) => clock.kind === "first_reply")?.metAt ?? null).toBeNull();
  });

  test("stays solved when the customer says that it helped, and opens when they say more", async () => {
    const made = await sorted();
    await fileDraft(contextOn(desk), filed(made));
    const { outbound, messages } = await look(desk, made.ticketId);
    const answer = outbound[0];
    const from = messages[0]!.fromAddress!;
    const writes = (body: string) =>
      deliver(
        desk,
        aMail({
          from,
          to: answer!.replyTo,
          subject: "Re: x",
          body,
          headers: [`In-Reply-To: <${answer!.messageId}>`],
        }),
        { to: [answer!.replyTo] },
      );

    for (const words of ["Thanks, that worked!", "네 감사합니다~ 잘 됐어요"]) await writes(words);
    const thanked = await look(desk, made.ticketId);
    expect(thanked.ticket).toMatchObject({ status: "solved", assistantState: "answered" });
    expect(thanked.messages.map(({ authorKind }) => authorKind)).toEqual([
      "customer",
      "assistant",
      "customer",
      "customer",
    ]);
    expect(thanked.events.filter(({ type }) => type === "customer.confirmed")).toHaveLength(1);

    await writes("Thanks, but it still has not come.");
    const more = await look(desk, made.ticketId);
    expect(more.ticket).toMatchObject({ status: "open", assistantState: "waiting" });
  });

  test("is answered once, though the job runs twice", async () => {
    const made = await sorted();
    await fileDraft(contextOn(desk), filed(made));
    expect(await fileDraft(contextOn(desk), filed(made))).toBeNull();
    expect((await look(desk, made.ticketId)).outbound).toHaveLength(1);
  });

  test("of an angry customer goes to a person with the reason, the draft beside it, and an acknowledgement", async () => {
    const made = await sorted(evidenceOf({ anger: { score: 0.9, cues: [] } }));
    expect(await fileDraft(contextOn(desk), filed(made))).toMatchObject({
      kind: "hand_off",
      reason: "angry",
    });
    const after = await look(desk, made.ticketId);
    expect(after.ticket).toMatchObject({
      assistantState: "handed_off",
      handOffReason: "angry",
      assigneeId: home.agent.id,
    });
    expect(after.outbound).toMatchObject([{ causeId: `acknowledgement:${made.ticketId}`, automatic: true }]);
    expect(after.outbound[0]!.subject).not.toContain("parcel");
    expect(after.events.map((event) => event.type)).toContain("assistant.drafted");
  });

  test("that a person touched meanwhile is left to that person", async () => {
    const made = await sorted();
    await addNote(contextOn(desk, { actor: home.agent.actor }), {
      ticketId: made.ticketId,
      body: "I have this.",
    });
    expect(await fileDraft(contextOn(desk), filed(made))).toMatchObject({
      kind: "draft",
      reason: "person_here",
    });
    expect((await look(desk, made.ticketId)).outbound).toEqual([]);
  });

  test("of a category where the assistant only sorts keeps no draft", async () => {
    const made = await sorted(evidenceOf(), { mode: "off" });
    expect(await fileDraft(contextOn(desk), filed(made))).toMatchObject({ kind: "hand_off" });
    expect(await desk.db.select().from(drafts).where(eq(drafts.ticketId, made.ticketId))).toEqual([]);
  });

  test("that a person answers while the assistant still writes keeps no draft beside that answer", async () => {
    const made = await sorted();
    const by = contextOn(desk, { actor: home.agent.actor });
    await replyToTicket(by, { ticketId: made.ticketId, body: "Tomorrow.", status: "pending" });
    const decision = await fileDraft(contextOn(desk), filed(made));
    expect(decision).toMatchObject({ kind: "draft", reason: "person_here" });
    expect((await look(desk, made.ticketId)).ticket.assistantState).not.toBe("draft_ready");
    expect(await desk.db.select().from(drafts).where(eq(drafts.ticketId, made.ticketId))).toEqual([]);
  });

  test("keeps every run with its gates", async () => {
    const made = await sorted();
    await fileDraft(contextOn(desk), filed(made));
    const runs = await desk.db.select().from(assistantRuns).where(eq(assistantRuns.ticketId, made.ticketId));
    expect(runs.map((run) => run.step).sort()).toEqual(["check", "decide", "draft", "triage"]);
    expect(runs.find((run) => run.step === "decide")!.gates.length).toBeGreaterThan(10);
  });
});

describe("a person's reply", () => {
  test("puts the assistant's unused draft aside", async () => {
    const made = await sorted(evidenceOf({ anger: { score: 0.9, cues: [] } }));
    await fileDraft(contextOn(desk), filed(made));
    await replyToTicket(contextOn(desk, { actor: home.agent.actor }), {
      ticketId: made.ticketId,
      body: "Sorry!",
    });
    const [draft] = await desk.db.select().from(drafts).where(eq(drafts.ticketId, made.ticketId));
    expect(draft).toMatchObject({ authorKind: "assistant", state: "superseded" });
  });
});
