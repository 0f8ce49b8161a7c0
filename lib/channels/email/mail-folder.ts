import { mkdir, open, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { SendOutcome } from "./send-email.ts";

/**
 * Keeps a mail as `mail-out/<id>.eml`, whole or not at all. A second run finds the file and changes nothing.
 * A full disk is a relay that asks to try later.
 */
export async function keepInFolder(dataDir: string, id: string, raw: Buffer): Promise<SendOutcome> {
  const folder = join(dataDir, "mail-out");
  const path = join(folder, `${id}.eml`);
  const sent: SendOutcome = { kind: "sent", response: `kept as mail-out/${id}.eml` };
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (await stat(path).catch(() => null)) return sent;
    const unfinished = join(folder, `.${id}.${process.pid}.tmp`);
    const file = await open(unfinished, "w", 0o600);
    try {
      await file.writeFile(raw);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
    return sent;
  } catch (error) {
    const code = String(Reflect.get(Object(error), "code") ?? "unknown error");
    return { kind: "deferred", code: null, response: `the mail could not be kept: ${code}` };
  }
}
