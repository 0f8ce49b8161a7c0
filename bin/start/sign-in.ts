import type { Prepared } from "#bin/prepare-desk.ts";
import type { Env } from "#lib/env.ts";
import type { Terminal } from "./terminal.ts";

/** Where the desk is and how to get in; in words, as there is no default password anywhere. */
export function saySignIn(terminal: Terminal, env: Env, { demo, admin }: Prepared): void {
  const { publicUrl } = env.web;
  terminal.say("");
  terminal.say(`  Baton is at ${publicUrl}`);
  if (demo) {
    terminal.say("  This is a demonstration with made-up people: on this machine you may enter as customer,");
    terminal.say(`  agent or manager with one click at ${publicUrl}/sign-in`);
  }
  if (admin?.kind === "link") {
    terminal.say(
      "  Choose the administrator's password here, within the hour (each start prints a new link):",
    );
    terminal.say(`  ${admin.link.url}`);
  } else if (admin) {
    const who = admin.kind === "created" ? ` as ${admin.email}` : "";
    terminal.say(`  Sign in${who} at ${publicUrl}/sign-in`);
  }
  if (env.smtpListen)
    terminal.say(`  Mail for it comes in by SMTP on ${env.smtpListen.host}:${env.smtpListen.port}`);
  if (env.lmtpListen)
    terminal.say(`  Your mail server hands it over by LMTP on ${env.lmtpListen.host}:${env.lmtpListen.port}`);
  if (process.stdout.isTTY) terminal.say(`  Logs are in ${env.dataDir}/log; Ctrl-C stops everything.`);
  terminal.say("");
}
