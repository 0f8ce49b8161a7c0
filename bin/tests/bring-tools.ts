import { spawnSync } from "node:child_process";
import { accessSync, chmodSync, constants, existsSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { childEnvironment } from "#lib/env.ts";

interface Tool {
  /** Debian's name. */
  package: string;
  /** A program on the PATH or in sbin, or a file, that tells it is there. */
  proof: string;
  neededBy: string;
}

const tools: Tool[] = [
  { package: "chromium", proof: "chromium", neededBy: "journeys in a browser" },
  {
    package: "fonts-noto-cjk",
    proof: "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    neededBy: "Korean screenshots",
  },
  { package: "redis-server", proof: "redis-server", neededBy: "the queue on Redis" },
  { package: "dovecot-imapd", proof: "/usr/lib/dovecot/imap", neededBy: "IMAP" },
  { package: "dovecot-lmtpd", proof: "/usr/lib/dovecot/lmtp", neededBy: "LMTP" },
  { package: "postfix", proof: "postfix", neededBy: "a real relay" },
  { package: "swaks", proof: "swaks", neededBy: "a foreign SMTP client" },
];

/**
 * The system packages that tests need: installed on Debian as root; elsewhere we say which are missing, and the
 * tests that need them report themselves as skipped.
 */
export function bringTools(say: (line: string) => void): void {
  const missing = tools.filter(({ proof }) => !isThere(proof));
  if (missing.length === 0) return;
  const names = missing.map((tool) => tool.package);
  if (process.getuid?.() === 0 && isThere("apt-get")) {
    say(`Installing what tests need: ${names.join(", ")}…`);
    withoutStartingServices(() => install(names, say));
  }
  for (const tool of missing.filter(({ proof }) => !isThere(proof))) {
    say(
      `Missing: ${tool.package} (for ${tool.neededBy}); its tests are skipped. On Debian: apt-get install ${tool.package}`,
    );
  }
}

export function isThere(proof: string): boolean {
  if (proof.startsWith("/")) return existsSync(proof);
  const folders = [...(childEnvironment().PATH ?? "").split(delimiter), "/usr/sbin", "/sbin"];
  return folders.some((folder) => {
    try {
      accessSync(join(folder, proof), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function install(names: string[], say: (line: string) => void): void {
  const apt = (...args: string[]) =>
    spawnSync("apt-get", args, {
      stdio: ["ignore", "ignore", "pipe"],
      encoding: "utf8",
      env: childEnvironment({ DEBIAN_FRONTEND: "noninteractive" }),
    });
  apt("update", "-q");
  const { status, stderr } = apt("install", "-qy", "--no-install-recommends", ...names);
  if (status !== 0) say(`apt-get could not: ${stderr.trim().split("\n").at(-1)}`);
}

/** Debian starts servers as it installs them; tests start their own, on ports of their own. */
function withoutStartingServices(work: () => void): void {
  const policy = "/usr/sbin/policy-rc.d";
  const ours = !existsSync(policy);
  if (ours) {
    writeFileSync(policy, "#!/bin/sh\nexit 101\n");
    chmodSync(policy, 0o755);
  }
  try {
    work();
  } finally {
    if (ours) rmSync(policy, { force: true });
  }
}
