import { createHash } from "node:crypto";
import { and, asc, eq, isNull, lte } from "drizzle-orm";
import MailComposer from "nodemailer/lib/mail-composer";
import { agents, inboundEmails, mailboxConnections, mailboxes, outbox, queues } from "#db/schema/index.ts";
import { createAssistant } from "#lib/ai/assistant.ts";
import { composeEmail, type EmailToCompose } from "#lib/channels/email/compose-email.ts";
import { deriveKey } from "#lib/crypto/derive-key.ts";
import type { Actor } from "#lib/domain/people/actor.ts";
import type { JobName, JobPayload } from "#lib/jobs/catalog.ts";
import { createLogger } from "#lib/logger.ts";
import { type Context, createContext } from "#lib/services/context.ts";
import { recordInboundEmail } from "#lib/services/intake/record-inbound-email.ts";
import { createTestDatabase, type TestDatabase } from "#tests/support/database.ts";
import { smallDesk } from "#tests/support/small-desk.ts";
import type { Tools } from "#workers/handler.ts";
import { runnerOf } from "#workers/handlers.ts";

/** A mail on its way out: what the relay would get. */
export interface SentMail {
  raw: Buffer;
  mail: EmailToCompose;
}

/**
 * A desk that takes mail in, thinks and answers by the worker's own handlers, on a database of its own; only the queue and
 * the relay are played. It lives in the time that `Date` says, so a test can move it.
 */
export interface LivingDesk {
  database: TestDatabase;
  key: Buffer;
  agent: { id: string; actor: Actor };
  context(actor?: Actor): Context;
  /** Through the door and the handler that files it; the newest of the rows it made, or the one that was there. */
  receive(
    raw: Buffer,
    envelope?: { from?: string; to?: string[] },
  ): Promise<typeof inboundEmails.$inferSelect>;
  /** Runs every job that is due, and those they make, until nothing is left. */
  work(): Promise<SentMail[]>;
  /** A fresh desk with the same mailboxes. */
  begin(): Promise<void>;
  close(): Promise<void>;
}

const hashOf = (raw: Buffer) => createHash("sha256").update(raw).digest("hex");
const log = createLogger({ role: "test", level: "silent" });

export async function openLivingDesk(options: {
  domain: string;
  mailboxes: readonly string[];
  agent?: string;
}): Promise<LivingDesk> {
  const { domain } = options;
  const database = await createTestDatabase();
  const config = {
    publicUrl: `https://${domain}`,
    mailDomain: domain,
    secret: `the secret of ${domain}, long enough to be one`,
  };
  const context = (actor: Actor = { kind: "system" }) => createContext({ db: database.db, config, actor });
  const ai = createAssistant({ knowledge: smallDesk });
  const sent: SentMail[] = [];
  const mailer: Tools["mailer"] = {
    async send(_id, mail) {
      const raw = await new MailComposer({ ...composeEmail(mail), newline: "\r\n" }).compile().build();
      sent.push({ raw, mail });
      return { kind: "sent", response: "250 taken" };
    },
  };
  const run = runnerOf({ context, ai, mailer, log, connection: database });
  const jobRun = () => ({ jobId: "test", attempt: 1, isLast: true, signal: new AbortController().signal });

  async function runDue(only?: JobName): Promise<number> {
    const due = await database.db
      .select()
      .from(outbox)
      .where(
        and(
          isNull(outbox.dispatchedAt),
          lte(outbox.runAt, new Date()),
          only ? eq(outbox.job, only) : undefined,
        ),
      )
      .orderBy(asc(outbox.runAt), asc(outbox.id));
    for (const { id, job, payload } of due) {
      await database.db.update(outbox).set({ dispatchedAt: new Date() }).where(eq(outbox.id, id));
      await run(job as JobName, payload as JobPayload<JobName>, jobRun());
    }
    return due.length;
  }

  const desk: LivingDesk = {
    database,
    key: deriveKey(config.secret, "reply-address"),
    agent: { id: "", actor: { kind: "system" } },
    context,
    async receive(raw, { from = "", to = [] } = {}) {
      const mail = { door: "smtp" as const, raw, envelopeFrom: from, envelopeTo: to };
      const { id } = await recordInboundEmail(context(), mail);
      // One row a mailbox; known ones are finished.
      const fresh = await database.db
        .select({ id: inboundEmails.id })
        .from(inboundEmails)
        .where(and(eq(inboundEmails.sha256, hashOf(raw)), eq(inboundEmails.state, "pending")));
      for (const row of fresh) await run("inbound_email.deliver", { inboundEmailId: row.id }, jobRun());
      const [row] = await database.db
        .select()
        .from(inboundEmails)
        .where(eq(inboundEmails.id, fresh.at(-1)?.id ?? id));
      return row!;
    },
    async work() {
      const before = sent.length;
      while ((await runDue()) > 0);
      return sent.slice(before);
    },
    async begin() {
      await database.clear();
      await database.db
        .insert(queues)
        .values({ key: "general", name: { en: "General", ko: "일반" }, isDefault: true });
      for (const [index, address] of options.mailboxes.entries()) {
        const [mailbox] = await database.db
          .insert(mailboxes)
          .values({ address, name: address, senderName: "Support", createdAt: new Date(index) })
          .returning();
        await database.db
          .insert(mailboxConnections)
          .values({ mailboxId: mailbox!.id, since: new Date(), authservIds: [`mx.${domain}`] });
      }
      const email = options.agent ?? `agent@${domain}`;
      const [agent] = await database.db
        .insert(agents)
        .values({ email, name: "Mina", availability: "online" })
        .returning();
      const { id, name, role } = agent!;
      desk.agent = { id, actor: { kind: "agent", id, name, role } };
    },
    close: () => database.drop(),
  };
  await desk.begin();
  return desk;
}
