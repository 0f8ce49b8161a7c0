import { whyNotListen } from "#bin/free-port.ts";
import { Problem } from "#bin/problem.ts";
import type { Env } from "#lib/env.ts";

/** Before anything is started: can we listen where the settings say? */
export async function checkPorts({ web, smtpListen, lmtpListen }: Env): Promise<void> {
  await mustListen("PORT", web.host, web.port);
  if (smtpListen) await mustListen("SMTP_LISTEN", smtpListen.host, smtpListen.port);
  if (lmtpListen) await mustListen("LMTP_LISTEN", lmtpListen.host, lmtpListen.port);
}

export async function mustListen(setting: string, host: string, port: number): Promise<void> {
  const code = await whyNotListen(port, host);
  if (code) throw new Problem(portSentence(setting, host, port, code));
}

function portSentence(setting: string, host: string, port: number, code: string): string {
  if (code === "EADDRINUSE") {
    return `Port ${port} on ${host} is taken by another program: stop that one, or set ${setting} to a free one.`;
  }
  if (code === "EACCES")
    return `Port ${port} needs more rights than we have: set ${setting} to one above 1023.`;
  return `Nothing can listen on ${host} port ${port} (${code}): correct ${setting === "PORT" ? "HOST or PORT" : setting}.`;
}
