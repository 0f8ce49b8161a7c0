import { Problem } from "#bin/problem.ts";
import { runRole } from "#bin/role.ts";
import { mustListen } from "#bin/start/check-ports.ts";

/** Takes mail in by SMTP and by LMTP, whichever is set. */
export function smtp(): Promise<void> {
  return runRole("smtp", async ({ env, log }) => {
    const { smtpListen, lmtpListen } = env;
    if (!smtpListen && !lmtpListen)
      throw new Problem("SMTP_LISTEN and LMTP_LISTEN are off: there is nothing to run.");
    if (smtpListen) await mustListen("SMTP_LISTEN", smtpListen.host, smtpListen.port);
    if (lmtpListen) await mustListen("LMTP_LISTEN", lmtpListen.host, lmtpListen.port);
    return (await import("#workers/mail-door.ts")).startMailDoors(env, { log });
  });
}
