import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { ImapFlow } from "imapflow";
import { freePort } from "#bin/free-port.ts";

export type TestDovecot = {
  imapPort: number;
  lmtpPort: number;
  /** A connection of the test's own, logged in as the user. */
  client(user: string): Promise<ImapFlow>;
  /** Puts mails into the user's INBOX byte by byte. */
  append(user: string, mails: readonly Buffer[]): Promise<void>;
  kill(): Promise<void>;
  start(): Promise<void>;
  /** The server numbers the folder anew: what a restored backup or a moved account does. */
  renumber(user: string): Promise<void>;
  stop(): Promise<void>;
};

/** Why tests with Dovecot cannot run here; null when they can. */
export function dovecotMissing(): string | null {
  if (spawnSync("dovecot", ["--version"]).status !== 0) return "Dovecot is not installed";
  if (process.getuid?.() !== 0) return "Dovecot needs root, for the mail user";
  return spawnSync("id", ["mail"]).status === 0 ? null : "there is no user called mail";
}

/**
 * Dovecot on loopback, with any user and the password `secret`. `poor`: without IDLE, MOVE, UIDPLUS and the like.
 * `introspection`: it also takes tokens by XOAUTH2, and asks there whose they are.
 */
export async function startDovecot({
  poor = false,
  introspection = "",
}: {
  poor?: boolean;
  introspection?: string;
} = {}): Promise<TestDovecot> {
  const folder = mkdtempSync(join(tmpdir(), "baton-dovecot-"));
  chmodSync(folder, 0o755);
  for (const part of ["run", "log"]) mkdirSync(join(folder, part));
  const mail = join(folder, "mail");
  mkdirSync(mail);
  execFileSync("chown", ["mail:mail", mail]);
  const [imapPort, lmtpPort] = [await freePort(), await freePort()];
  const config = join(folder, "dovecot.conf");
  writeFileSync(config, configOf(folder, imapPort, lmtpPort, poor, introspection !== ""));
  const oauth = `introspection_mode = post\nintrospection_url = ${introspection}\nusername_attribute = username\nactive_attribute = active\nactive_value = true\n`;
  writeFileSync(join(folder, "oauth2.conf.ext"), oauth);
  const pidFile = join(folder, "run/master.pid");

  const client = async (user: string) => {
    const imap = new ImapFlow({
      host: "127.0.0.1",
      port: imapPort,
      secure: false,
      auth: { user, pass: "secret" },
      logger: false,
    });
    imap.on("error", () => {});
    await imap.connect();
    return imap;
  };
  const start = async () => {
    // The server keeps what it inherits open: a pipe would make us wait for its end.
    execFileSync("dovecot", ["-c", config], { stdio: "ignore" });
    for (let tries = 0; tries < 100; tries++) {
      const answered = await client("nobody").then(
        (imap) => imap.logout().then(() => true),
        () => false,
      );
      if (answered) return;
      await pause(50);
    }
    throw new Error(`Dovecot does not answer: ${readFileSync(join(folder, "log/dovecot.log"), "utf8")}`);
  };
  const end = async (signal: NodeJS.Signals) => {
    if (!existsSync(pidFile)) return;
    const pid = Number(readFileSync(pidFile, "utf8"));
    const children = spawnSync("pgrep", ["-P", String(pid)])
      .stdout.toString()
      .split("\n")
      .map(Number);
    const kill = (one: number) => {
      try {
        process.kill(one, signal);
      } catch {
        // It ended by itself.
      }
    };
    for (const one of signal === "SIGKILL" ? [pid, ...children.filter((child) => child > 1)] : [pid])
      kill(one);
    for (let tries = 0; tries < 100 && alive(pid); tries++) await pause(50);
    rmSync(pidFile, { force: true });
  };
  await start();

  return {
    imapPort,
    lmtpPort,
    client,
    async append(user, mails) {
      const imap = await client(user);
      for (const raw of mails) await imap.append("INBOX", raw);
      await imap.logout();
    },
    kill: () => end("SIGKILL"),
    start,
    async renumber(user) {
      await end("SIGTERM");
      execFileSync("sh", [
        "-c",
        'rm -f "$0"/dovecot-uidlist "$0"/dovecot.index* "$0"/dovecot-uidvalidity*',
        join(mail, user),
      ]);
      await start();
    },
    async stop() {
      await end("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function configOf(
  folder: string,
  imapPort: number,
  lmtpPort: number,
  poor: boolean,
  tokens: boolean,
): string {
  return `base_dir = ${folder}/run
state_dir = ${folder}/run/state
log_path = ${folder}/log/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_username_format = %Ln
recipient_delimiter = +
mail_location = maildir:${folder}/mail/%n
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
first_valid_gid = 1
mail_max_userip_connections = 50
${poor ? "imap_capability = IMAP4rev1" : ""}
${tokens ? oauthBlock(folder) : ""}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=mail gid=mail home=${folder}/mail/%n
}
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${imapPort}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${lmtpPort}
  }
}
namespace inbox {
  inbox = yes
  separator = /
  mailbox Archive {
    auto = create
  }
}
`;
}

const oauthBlock = (folder: string) => `auth_mechanisms = plain login xoauth2 oauthbearer
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${folder}/oauth2.conf.ext
}`;
