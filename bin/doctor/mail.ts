import { X509Certificate } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import { readCertificate } from "#lib/channels/email/own-certificate.ts";
import type { Env } from "#lib/env.ts";
import { type Finding, off, sentenceOf, well, wrong } from "./finding.ts";

export async function examineMailIn(env: Env): Promise<Finding[]> {
  const certificate = examineCertificate(env);
  return [
    await examineSmtp(env),
    ...(env.lmtpListen ? [await examineLmtp(env.lmtpListen)] : []),
    ...(certificate ? [certificate] : []),
  ];
}

/** Only what the owner names: the one that we make ourselves is always well. */
function examineCertificate({ smtpTls }: Env): Finding | null {
  if (!smtpTls) return null;
  try {
    const { cert } = readCertificate(smtpTls);
    const until = new Date(new X509Certificate(cert).validTo);
    const day = until.toISOString().slice(0, 10);
    return until < new Date()
      ? wrong("STARTTLS", `The certificate of SMTP_TLS_CERT ended on ${day}: renew it and restart smtp.`)
      : well("STARTTLS", `The certificate is good until ${day}.`);
  } catch (error) {
    return wrong("STARTTLS", sentenceOf(error));
  }
}

async function examineLmtp({ host, port }: { host: string; port: number }): Promise<Finding> {
  const greeting = await greetingOf(host, port, false);
  if (greeting?.startsWith("220")) return well("mail in", `LMTP answers on ${host}:${port}.`);
  return off("mail in", `Nothing answers LMTP on ${host}:${port}; npm start or npm run smtp starts it.`);
}

async function examineSmtp({ smtpListen }: Env): Promise<Finding> {
  if (!smtpListen) return off("mail in", "SMTP_LISTEN is off: no mail comes in by SMTP.");
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
