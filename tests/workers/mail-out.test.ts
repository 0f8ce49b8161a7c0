import { readdir, readFile, rm, stat } from "node:fs/promises";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#db/ids.ts";
import { outboundEmails } from "#db/schema/index.ts";
import { parseEmail } from "#lib/channels/email/parse-email.ts";
import { createMailer } from "#lib/channels/email/send-email.ts";
import { createLogger } from "#lib/logger.ts";
import { LedgerFilter, readMailLedger } from "#lib/reads/mail-ledger.ts";
import { readOffered } from "#lib/services/mail/offered-original.ts";
import { claimOutboundEmail } from "#lib/services/mail/outbound-states.ts";
import { sweepOutbound } from "#lib/services/sweeps/sweep-outbound.ts";
import type { Tools } from "#workers/handler.ts";
import { sendReply } from "#workers/handlers/send-reply.ts";
import { openWorld, type World } from "./world.ts";

/** What the relay at the other end does with a mail. */
type Manner =
  | "takes it"
  | "refuses the recipient"
  | "refuses the mail"
  | "asks to try later"
  | "drops before the mail"
  | "drops after the mail"
  | "hangs after the mail"
  | "closes at once"
  | "refuses gone@ and asks busy@ to wait"
  | "refuses gone@";

/** An SMTP server of a few lines that counts what it was given in full: the truth about doubles is here. */
async function relay(manner: () => Manner) {
  const taken: string[] = [];
  const takenFor: string[][] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket)).on("error", () => {});
    const how = manner();
    if (how === "closes at once") return void socket.destroy();
    let inMail = false;
    let recipients: string[] = [];
    let mail = "";
    let rest = "";
    socket.write("220 sink\r\n");
    socket.on("data", (chunk) => {
      rest += chunk.toString("latin1");
      for (let end = rest.indexOf("\r\n"); end >= 0; end = rest.indexOf("\r\n")) {
        const line = rest.slice(0, end);
        rest = rest.slice(end + 2);
        if (inMail && line !== ".") mail += `${line}\n`;
        else if (inMail) {
          inMail = false;
          if (how === "refuses the mail") socket.write("554 5.7.1 not here\r\n");
          else if (how === "asks to try later") socket.write("451 4.7.1 greylisted\r\n");
          else {
            taken.push(/^Message-ID: <(.*)>/im.exec(mail)?.[1] ?? "none");
            takenFor.push(recipients);
            recipients = [];
            if (how === "drops after the mail") socket.destroy();
            else if (how !== "hangs after the mail") socket.write("250 2.0.0 taken\r\n");
          }
          mail = "";
        } else if (line.startsWith("DATA")) {
          if (how === "drops before the mail") return void socket.destroy();
          inMail = true;
          socket.write("354 go\r\n");
        } else if (line.startsWith("RCPT") && how === "refuses the recipient") {
          socket.write("550 5.1.1 nobody\r\n");
        } else if (line.includes("gone@") && how.startsWith("refuses gone@")) {
          socket.write("550 5.1.1 nobody\r\n");
        } else if (line.includes("busy@") && how.endsWith("to wait")) {
          socket.write("450 4.2.1 busy\r\n");
        } else if (line.startsWith("RCPT")) {
          recipients.push(/<(.*?)>/.exec(line)?.[1] ?? "");
          socket.write("250 ok\r\n");
        } else socket.write(line.startsWith("QUIT") ? "221 bye\r\n" : "250 ok\r\n");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    takenFor,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

describe("a mail that goes out", () => {
  let world: World;
  const open: { close(): Promise<void> }[] = [];
  beforeAll(async () => {
    world = await openWorld("postgres");
  });
  afterAll(() => world?.close());
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
    await world.database.clear();
  });

  async function sink(...manners: Manner[]) {
    let next = 0;
    const made = await relay(() => manners[Math.min(next++, manners.length - 1)]!);
    open.push(made);
    return made;
  }
  async function queued({ automatic = false, cc = [] as string[] } = {}): Promise<string> {
    const id = newId();
    const now = new Date();
    await world.database.db.insert(outboundEmails).values({
      id,
      kind: automatic ? "auto" : "agent",
      automatic,
      causeId: id,
      messageId: `${id}@desk.test`,
      fromName: "Desk 데스크",
      fromAddress: "support@desk.test",
      replyTo: "support+1.abc@desk.test",
      envelopeFrom: "bounce+1.abc@desk.test",
      to: [{ name: "김하늘", address: "sky@customer.test" }],
      cc: cc.map((address) => ({ name: "", address })),
      subject: "환불 안내",
      body: "안녕하세요.\n\n.leading dot\nFrom here on.\n",
      sendAt: now,
      checkAt: now,
    });
    return id;
  }
  const tools = (smtpUrl: string | null, now = new Date(), signal = new AbortController().signal): Tools =>
    ({
      ctx: world.context(now),
      mailer: createMailer({ smtpUrl, dataDir: world.env.dataDir }),
      log: createLogger({ role: "test", level: "silent" }),
      run: { jobId: "", attempt: 1, isLast: false, signal },
    }) as unknown as Tools;
  const send = (id: string, smtpUrl: string | null, now?: Date) =>
    sendReply({ outboundEmailId: id }, tools(smtpUrl, now));
  const row = async (id: string) =>
    (
      await world.database.sql`select state, attempts, error, response from outbound_emails where id = ${id}`
    )[0];
  const hours = (n: number) => new Date(Date.now() + n * 3_600_000);

  test("is sent once, and a second run of its job leaves quietly", async () => {
    const id = await queued();
    const { url, taken } = await sink("takes it");
    await send(id, url);
    await send(id, url);
    expect(taken).toEqual([`${id}@desk.test`]);
    expect(await row(id)).toMatchObject({ state: "sent", attempts: 1, error: null });
  });

  test("leaves its bytes in the ledger as they went, unless they hold keys of our own people", async () => {
    const [id, secret] = [await queued(), await queued()];
    await world.database.sql`update outbound_emails set kind = 'notice' where id = ${secret}`;
    expect(await readOffered(world.context(), id)).toBeNull();
    for (const each of [id, secret]) await send(each, null);
    const sent = await readFile(join(world.env.dataDir, "mail-out", `${id}.eml`));
    expect((await readOffered(world.context(), id))?.equals(sent)).toBe(true);
    expect(await readOffered(world.context(), secret)).toBeNull();
    const { rows } = await readMailLedger(world.context(), LedgerFilter.parse({ ledger: "out" }));
    const downloads = new Map(rows.map((one) => [one.id, one.hasOriginal]));
    expect([downloads.get(id), downloads.get(secret)]).toEqual([true, false]);
    await rm(join(world.env.dataDir, "mail-out"), { recursive: true });
  });

  test("is sent once by two workers at the same time", async () => {
    const id = await queued();
    const { url, taken } = await sink("takes it");
    await Promise.all([send(id, url), send(id, url), send(id, url)]);
    expect(taken).toHaveLength(1);
  });

  test.each<Manner>(["refuses the recipient", "refuses the mail"])(
    "fails, and says why, when the relay %s",
    async (how) => {
      const id = await queued();
      const { url, taken } = await sink(how);
      await send(id, url);
      expect(await row(id)).toMatchObject({ state: "failed", attempts: 1 });
      expect((await row(id))!.error).toMatch(/5\d\d/);
      expect(taken).toEqual([]);
    },
  );

  test.each<Manner>(["asks to try later", "drops before the mail", "closes at once"])(
    "is tried again later when the relay %s, whoever wrote it",
    async (how) => {
      for (const automatic of [false, true]) {
        const id = await queued({ automatic });
        const { url, taken } = await sink(how, "takes it");
        await send(id, url);
        expect(await row(id)).toMatchObject({ state: "queued", attempts: 1 });
        await send(id, url);
        expect(taken, "not before its time").toEqual([]);
        await send(id, url, hours(1));
        expect(taken).toEqual([`${id}@desk.test`]);
        expect(await row(id)).toMatchObject({ state: "sent", attempts: 2 });
      }
    },
  );

  test("that a relay takes for some is tried again for those who wait, and says who has not got it", async () => {
    const id = await queued({ cc: ["busy@customer.test", "gone@customer.test"] });
    const { url, takenFor } = await sink("refuses gone@ and asks busy@ to wait", "refuses gone@");
    await send(id, url);
    expect(await row(id)).toMatchObject({ state: "queued", attempts: 1 });
    await send(id, url, hours(1));
    expect(takenFor).toEqual([["sky@customer.test"], ["busy@customer.test"]]);
    expect(await row(id)).toMatchObject({ state: "sent", attempts: 2 });
    const [kept] = await world.database.sql`select reports from outbound_emails where id = ${id}`;
    expect(kept?.reports).toMatchObject([
      { address: "gone@customer.test", outcome: "refused", status: "5.1.1" },
    ]);
  });

  test("of a machine is never sent again when the relay drops after it: it waits for a person", async () => {
    const id = await queued({ automatic: true });
    const { url, taken } = await sink("drops after the mail", "takes it");
    await send(id, url);
    expect(await row(id)).toMatchObject({ state: "unknown", attempts: 1 });
    await sweepOutbound(world.context(hours(1)));
    await send(id, url, hours(2));
    expect(taken).toHaveLength(1);
  });

  test("of a person goes again under the same Message-ID when the relay drops after it", async () => {
    const id = await queued();
    const { url, taken } = await sink("drops after the mail", "takes it");
    await send(id, url);
    expect(await row(id)).toMatchObject({ state: "queued" });
    await send(id, url, hours(1));
    expect(taken).toEqual([`${id}@desk.test`, `${id}@desk.test`]);
    expect(await row(id)).toMatchObject({ state: "sent", attempts: 2 });
  });

  test("that a relay sits on is let go when the process ends, and counts as unclear", async () => {
    const id = await queued({ automatic: true });
    const { url, taken } = await sink("hangs after the mail");
    const ending = new AbortController();
    const sending = sendReply({ outboundEmailId: id }, tools(url, new Date(), ending.signal));
    await expect.poll(() => taken.length).toBe(1);
    ending.abort();
    await sending;
    expect(await row(id)).toMatchObject({ state: "unknown" });
  });

  test("whose sender was killed is unclear for a machine's mail, and goes again for a person's", async () => {
    const { url, taken } = await sink("takes it");
    const [machine, person] = [await queued({ automatic: true }), await queued()];
    for (const id of [machine, person]) await claimOutboundEmail(world.context(), id);
    for (const id of [machine, person]) await send(id, url);
    expect(taken, "somebody may still be sending it").toEqual([]);
    expect(await sweepOutbound(world.context(hours(1)))).toBe(2);
    for (const id of [machine, person]) await send(id, url, hours(1));
    expect(taken).toEqual([`${person}@desk.test`]);
    expect(await row(machine)).toMatchObject({ state: "unknown" });
    expect(await row(person)).toMatchObject({ state: "sent" });
  });

  test("ends as failed and visible after enough tries", async () => {
    const id = await queued();
    const { url } = await sink("asks to try later");
    for (let day = 0; day < 12; day++) await send(id, url, hours(24 * day + 1));
    expect(await row(id)).toMatchObject({ state: "failed", attempts: 8 });
  });

  test("is kept as a file where there is no relay: whole, once, found done by a second run", async () => {
    const id = await queued();
    await send(id, null);
    expect(await row(id)).toMatchObject({ state: "sent", response: `kept as mail-out/${id}.eml` });
    const path = join(world.env.dataDir, "mail-out", `${id}.eml`);
    const before = await stat(path);
    await world.database.sql`update outbound_emails set state = 'queued' where id = ${id}`;
    await send(id, null);
    expect((await stat(path)).ino).toBe(before.ino);
    expect(await readdir(join(world.env.dataDir, "mail-out"))).toEqual([`${id}.eml`]);
    const read = await parseEmail(await readFile(path));
    expect(read).toMatchObject({ subject: "환불 안내", messageId: `${id}@desk.test`, autoReply: null });
    expect(read.text.trim()).toBe("안녕하세요.\n\n.leading dot\nFrom here on.");
  });
});
