import { Problem } from "#bin/problem.ts";
import { runRole } from "#bin/role.ts";
import { mustListen } from "#bin/start/check-ports.ts";

export function smtp(): Promise<void> {
  return runRole("smtp", async ({ env, log }) => {
    if (!env.smtpListen) throw new Problem("SMTP_LISTEN is off: there is nothing to run.");
    await mustListen("SMTP_LISTEN", env.smtpListen.host, env.smtpListen.port);
    return (await import("#workers/mail-door.ts")).startMailDoor(env, { log });
  });
}
