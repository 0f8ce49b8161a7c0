import { examineDatabase } from "#bin/doctor/database.ts";
import { type Finding, wrong } from "#bin/doctor/finding.ts";
import { examineMailIn, examineMailOut } from "#bin/doctor/mail.ts";
import { examineQueue } from "#bin/doctor/queue.ts";
import { examineAssistant, examineDesk, examineProcesses } from "#bin/doctor/running.ts";
import { unusedSettings } from "#bin/doctor/unused.ts";
import { enterHome } from "#bin/home.ts";
import { type Output, print } from "#bin/print.ts";

const marks: Record<Finding["state"], string> = { well: "ok   ", off: "–    ", wrong: "WRONG" };

/** Looks, changes nothing, and ends with 1 when something is wrong. */
export async function doctor(output: Output): Promise<void> {
  const env = enterHome();
  const findings = (
    await Promise.all([
      { part: "settings", state: "well" as const, says: `All are valid; DATA_DIR is ${env.dataDir}.` },
      unusedSettings(env).map((sentence) => wrong("settings", sentence)),
      examineDatabase(env),
      examineQueue(env),
      examineMailIn(env),
      examineMailOut(env),
      examineAssistant(env),
      examineProcesses(env),
      examineDesk(env),
    ])
  ).flat();
  const words = findings
    .map(({ part, state, says }) => `${marks[state]} ${part.padEnd(11)} ${says}`)
    .join("\n");
  const healthy = findings.every(({ state }) => state !== "wrong");
  print(output, words, { healthy, findings });
  process.exitCode = healthy ? 0 : 1;
}
