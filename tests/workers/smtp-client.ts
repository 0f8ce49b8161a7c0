import { connect, type Socket } from "node:net";
import { connect as secure } from "node:tls";

/** The barest SMTP client, which sends exactly the bytes it is given: for tests of what a polite one never does. */
export type SmtpClient = {
  /** Sends the text and returns the whole reply that follows. */
  say(text: string): Promise<string>;
  /** The bytes as they are, dots stuffed after every line feed, then the end. */
  data(raw: Buffer): Promise<string>;
  write(bytes: Buffer | string): void;
  reply(): Promise<string>;
  startTls(): Promise<{ subject: string; key: Buffer }>;
  close(): void;
};

export async function dial(port: number): Promise<SmtpClient> {
  let socket: Socket = connect(port, "127.0.0.1");
  let heard = "";
  let wake = () => {};
  let gone = false;
  const listen = (to: Socket) => {
    to.on("data", (chunk) => {
      heard += chunk.toString("latin1");
      wake();
    });
    to.on("error", () => {});
    to.on("close", () => {
      gone = true;
      wake();
    });
  };
  listen(socket);

  const reply = async (): Promise<string> => {
    for (;;) {
      const end = /^\d{3} .*\r\n/m.exec(heard);
      if (end) {
        const said = heard.slice(0, end.index + end[0].length);
        heard = heard.slice(said.length);
        return said.trimEnd();
      }
      if (gone) return "closed";
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  const say = (text: string) => {
    socket.write(`${text}\r\n`);
    return reply();
  };
  await reply();
  return {
    say,
    reply,
    write: (bytes) => void socket.write(bytes),
    async data(raw) {
      const go = await say("DATA");
      if (!go.startsWith("354")) return go;
      socket.write(stuffed(raw));
      return reply();
    },
    async startTls() {
      await say("STARTTLS");
      socket.removeAllListeners("data");
      const tls = secure({ socket, rejectUnauthorized: false });
      await new Promise<void>((resolve, reject) => tls.once("secureConnect", resolve).once("error", reject));
      socket = tls;
      listen(tls);
      const certificate = tls.getPeerX509Certificate()!;
      return { subject: certificate.subject, key: certificate.raw };
    },
    close: () => socket.destroy(),
  };
}

/** Says hello, names both sides, sends. Returns the answer to the mail. */
export async function sendRaw(
  client: SmtpClient,
  mail: { from: string; to: string; raw: Buffer },
): Promise<string> {
  for (const command of [`MAIL FROM:<${mail.from}>`, `RCPT TO:<${mail.to}>`]) {
    const answer = await client.say(command);
    if (!answer.startsWith("250")) return answer;
  }
  return client.data(mail.raw);
}

function stuffed(raw: Buffer): Buffer {
  const text = raw.toString("latin1").replace(/(^|\n)\./g, "$1..");
  return Buffer.from(text.endsWith("\r\n") ? `${text}.\r\n` : `${text}\r\n.\r\n`, "latin1");
}
