import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { childEnvironment } from "#lib/env.ts";

export interface TestProcess {
  readonly pid: number;
  /** Sends the signal and waits for the end; returns the exit code, or null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>;
  /** Without waiting: for SIGSTOP and SIGCONT. */
  send(signal: NodeJS.Signals): void;
  /** Again with the same settings, after it has ended. */
  restart(): void;
  /** The last lines of its log. */
  tail(): string;
}

const baton = fileURLToPath(new URL("../../bin/baton.ts", import.meta.url));

/** Runs `baton <role>` as production does: a process of its own, logging into a file; `flags` are Node's. */
export function launchRole(
  role: string,
  settings: Record<string, string>,
  logFile: string,
  flags: readonly string[] = [],
): TestProcess {
  let child = launch();
  let ended = endOf(child);

  function launch(): ChildProcess {
    const log = openSync(logFile, "a");
    const started = spawn(process.execPath, [...flags, baton, role], {
      stdio: ["ignore", log, log],
      env: childEnvironment({ ...settings, NODE_ENV: "production" }),
    });
    closeSync(log);
    return started;
  }

  return {
    get pid() {
      return child.pid ?? 0;
    },
    send: (signal) => child.kill(signal),
    end: (signal) => {
      child.kill(signal);
      return ended;
    },
    restart: () => {
      child = launch();
      ended = endOf(child);
    },
    tail: () => readFileSync(logFile, "utf8").trim().split("\n").slice(-20).join("\n"),
  };
}

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once("error", () => resolve(1));
    child.once("exit", (code) => resolve(code));
  });
}
