import { randomUUID } from "node:crypto";
import { dial, type SmtpClient, sendRaw } from "#tests/workers/smtp-client.ts";

/** A line of the sender's own ledger: written only after the 250 was heard, so it can only understate. */
export type Accepted = { n: number; messageId: string; from: string; tries: number };

/**
 * Sends mails as a patient mail server does: whatever is not answered 250 is sent again, the same bytes, until it
 * is.
 */
export async function sendPatiently(options: {
  port: number;
  count: number;
  perSecond: number;
  limitMs?: number;
}): Promise<Accepted[]> {
  const { port, count, perSecond, limitMs = 120_000 } = options;
  const began = Date.now();
  const accepted: Accepted[] = [];
  const one = async (n: number) => {
    const messageId = `${n}-${randomUUID()}@sender.test`;
    const from = `customer-${n}@sender.test`;
    const raw = mailOf(n, messageId, from);
    const answers: string[] = [];
    for (let tries = 1; ; tries++) {
      if (Date.now() - began > limitMs) {
        throw new Error(`mail ${n} was not accepted in ${limitMs} ms: ${answers.join(" | ")}`);
      }
      const answer = await attempt(port, { from, to: "support@desk.test", raw });
      if (answer.startsWith("250")) {
        accepted.push({ n, messageId, from, tries });
        return;
      }
      answers.push(`${Date.now() - began} ms: ${answer}`);
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  };
  const sending: Promise<void>[] = [];
  for (let n = 0; n < count; n++) {
    sending.push(one(n));
    await new Promise((resolve) => setTimeout(resolve, 1000 / perSecond));
  }
  await Promise.all(sending);
  return accepted;
}

async function attempt(port: number, mail: Parameters<typeof sendRaw>[1]): Promise<string> {
  let client: SmtpClient | undefined;
  try {
    client = await dial(port);
    await client.say("EHLO sender.test");
    return await sendRaw(client, mail);
  } catch {
    return "no answer";
  } finally {
    client?.close();
  }
}

function mailOf(n: number, messageId: string, from: string): Buffer {
  const korean = n % 2 === 0;
  const body = korean
    ? `배송이 언제 오나요? 주문 번호는 ${1000 + n}입니다.`
    : `Where is my parcel? Order ${1000 + n}.`;
  const lines = [
    `From: Customer ${n} <${from}>`,
    "To: support@desk.test",
    `Subject: order ${1000 + n}`,
    `Message-ID: <${messageId}>`,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(body).toString("base64"),
    "",
  ];
  return Buffer.from(lines.join("\r\n"));
}
