import { existsSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import type { Env } from "#lib/env.ts";
import { type Finding, off, well, wrong } from "./finding.ts";

export async function examineMailIn({ smtpListen }: Env): Promise<Finding> {
  if (!smtpListen) return off("mail in", "SMTP_LISTEN is off: mail comes in by HTTP only.");
  const { host, port } = smtpListen;
  const greeting = await greetingOf(host, port, false);
  if (greeting?.startsWith("220")) return well("mail in", `SMTP answers on ${host}:${port}.`);
  return off("mail in", `Nothing answers SMTP on ${host}:${port}; npm start or npm run smtp starts it.`);
}

export async function examineMailOut({ smtpUrl, dataDir }: Env): Promise<Finding> {
  if (!smtpUrl) {
    const kept = join(dataDir, "mail-out");
    const count = existsSync(kept) ? readdirSync(kept).filter((name) => name.endsWith(".eml")).length : 0;
    return off(
      "mail out",
      `No relay is set, so mail is kept (${count} so far in ${kept}); set SMTP_URL to send it.`,
    );
  }
  const { protocol, hostname, port } = new URL(smtpUrl);
  const secure = protocol === "smtps:";
  const greeting = await greetingOf(hostname, Number(port) || (secure ? 465 : 587), secure);
  if (greeting?.startsWith("220")) return well("mail out", `The relay ${hostname} answers.`);
  return wrong(
    "mail out",
    `The relay ${hostname} does not answer as an SMTP server: check SMTP_URL and the firewall.`,
  );
}

function greetingOf(host: string, port: number, secure: boolean): Promise<string | null> {
  return new Promise((resolve) => {
    const socket = secure ? connectTls({ host, port, servername: host }) : connect({ host, port });
    const end = (greeting: string | null) => {
      socket.destroy();
      resolve(greeting);
    };
    socket.setTimeout(5000, () => end(null));
    socket.once("error", () => end(null));
    socket.once("data", (data) => end(data.toString("latin1")));
  });
}
