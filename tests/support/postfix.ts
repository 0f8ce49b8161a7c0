import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { freePort } from "#bin/free-port.ts";

export type TestPostfix = {
  /** Takes mail here and hands it on, again and again until it is taken. */
  port: number;
  /** How many mails it still holds. */
  waiting(): number;
  log(): string;
  stop(): Promise<void>;
};

/** Why tests with Postfix cannot run here; null when they can. */
export function postfixMissing(): string | null {
  if (!existsSync("/usr/sbin/postfix")) return "Postfix is not installed";
  if (process.getuid?.() !== 0) return "Postfix needs root";
  return spawnSync("id", ["postfix"]).status === 0 ? null : "there is no user called postfix";
}

/** Postfix on loopback with a folder of its own, which relays everything for `domain` by LMTP or SMTP to `port`. */
export async function startPostfix(to: {
  domain: string;
  protocol: "lmtp" | "smtp";
  port: number;
}): Promise<TestPostfix> {
  const folder = mkdtempSync(join(tmpdir(), "baton-postfix-"));
  chmodSync(folder, 0o755);
  const [etc, queue, data] = ["etc", "queue", "data"].map((name) => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  }) as [string, string, string];
  execFileSync("chown", ["postfix", data]);
  const port = await freePort();
  const logFile = join(folder, "log");
  writeFileSync(join(etc, "main.cf"), mainOf({ queue, data, logFile, folder, ...to }));
  writeFileSync(join(etc, "master.cf"), masterOf(port));
  const run = (...args: string[]) =>
    spawnSync("postfix", ["-c", etc, ...args], { stdio: "ignore", timeout: 30_000 });
  const log = () => (existsSync(logFile) ? readFileSync(logFile, "utf8") : "");
  run("start");
  for (let tries = 0; run("status").status !== 0; tries++) {
    if (tries > 50) throw new Error(`Postfix does not start: ${log()}`);
    await pause(100);
  }
  return {
    port,
    waiting: () => {
      const { stdout } = spawnSync("postqueue", ["-c", etc, "-j"], { encoding: "utf8" });
      return stdout.split("\n").filter(Boolean).length;
    },
    log,
    async stop() {
      run("stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function mainOf(at: {
  queue: string;
  data: string;
  logFile: string;
  folder: string;
  domain: string;
  protocol: string;
  port: number;
}): string {
  return `compatibility_level = 3.6
queue_directory = ${at.queue}
data_directory = ${at.data}
maillog_file = ${at.logFile}
maillog_file_prefixes = ${at.folder}
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = relay.test
mydestination =
mynetworks = 127.0.0.0/8
relay_domains = ${at.domain}
relay_transport = ${at.protocol}:inet:127.0.0.1:${at.port}
default_transport = error:no other way
disable_dns_lookups = yes
smtp_host_lookup = native
minimal_backoff_time = 1s
maximal_backoff_time = 2s
queue_run_delay = 1s
message_size_limit = 60000000
smtputf8_enable = yes
smtpd_recipient_restrictions = permit_mynetworks, reject
`
    .replace(
      at.protocol === "smtp" ? "smtp:inet:" : "\0",
      at.protocol === "smtp" ? "smtp:[127.0.0.1]:" : "\0",
    )
    .replace("[127.0.0.1]:127.0.0.1:", "[127.0.0.1]:");
}

function masterOf(port: number): string {
  const services = [
    `127.0.0.1:${port} inet n - n - - smtpd`,
    "pickup unix n - n 60 1 pickup",
    "cleanup unix n - n - 0 cleanup",
    // Looks each second: a mail that is put back while its delivery is still ending waits for the next look.
    "qmgr unix n - n 1 1 qmgr",
    "tlsmgr unix - - n 1000? 1 tlsmgr",
    "rewrite unix - - n - - trivial-rewrite",
    "bounce unix - - n - 0 bounce",
    "defer unix - - n - 0 bounce",
    "trace unix - - n - 0 bounce",
    "verify unix - - n - 1 verify",
    "flush unix n - n 1000? 0 flush",
    "proxymap unix - - n - - proxymap",
    "smtp unix - - n - - smtp",
    "relay unix - - n - - smtp",
    "lmtp unix - - n - - lmtp",
    "showq unix n - n - - showq",
    "error unix - - n - - error",
    "retry unix - - n - - error",
    "discard unix - - n - - discard",
    "anvil unix - - n - 1 anvil",
    "scache unix - - n - 1 scache",
    "postlog unix-dgram n - n - 1 postlogd",
  ];
  return `${services.join("\n")}\n`;
}
