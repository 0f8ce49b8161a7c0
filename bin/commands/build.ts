import { join } from "node:path";
import { ensureBuilt } from "#bin/build.ts";
import { settingsOrProblem } from "#bin/home.ts";
import { createTerminal } from "#bin/start/terminal.ts";

/** For images and for `npm run web` alone; `start` builds by itself. */
export async function build(): Promise<void> {
  const terminal = createTerminal();
  const log = join(settingsOrProblem().dataDir, "log", "build.log");
  const built = await ensureBuilt(log, (seconds) => terminal.progress(`Building the screens… ${seconds} s`));
  terminal.done(built ? "Built the screens." : "The screens are up to date.");
}
