import { once } from "node:events";
import { createReadStream, globSync, statSync } from "node:fs";
import { join } from "node:path";
import { Problem } from "#bin/problem.ts";
import { parseEmail } from "#lib/channels/email/parse-email.ts";
import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";

/**
 * One JSON line a message, in the order given; directories are read to the bottom for `.eml`, by name. A file
 * that cannot be read becomes a line with `error`, and the rest go on.
 */
export async function mailParse(paths: string[]): Promise<void> {
  for (const file of paths.flatMap(filesAt)) {
    const line = await lineFor(file);
    if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, "drain");
  }
}

function filesAt(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Problem(`There is no file or directory ${path}.`);
  if (!found.isDirectory()) return [path];
  return globSync("**/*.eml", { cwd: path })
    .sort()
    .map((name) => join(path, name));
}

async function lineFor(file: string): Promise<object> {
  try {
    return { file, ...describe(await parseEmail(createReadStream(file))) };
  } catch (error) {
    return { file, error: error instanceof Error ? error.message : String(error) };
  }
}

/** The fields that the contract names, in its order. Attachments by their digest, not their bytes. */
function describe(mail: ParsedEmail): object {
  return {
    from: mail.from,
    to: mail.to,
    cc: mail.cc,
    subject: mail.subject,
    date: mail.date?.toISOString() ?? null,
    messageId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references,
    text: mail.text,
    replyText: mail.replyText,
    html: mail.html,
    attachments: mail.attachments.map(({ name, type, size, sha256 }) => ({ name, type, size, sha256 })),
    autoReply: mail.autoReply,
    bounce: describeBounce(mail),
    listMail: mail.listMail,
    charset: mail.charset,
    warnings: mail.warnings,
  };
}

/** The first recipient stands for the bounce, as most have one; all of them are beside it. */
function describeBounce({ bounce }: ParsedEmail): object | null {
  if (!bounce) return null;
  const [first] = bounce.recipients;
  return {
    recipient: first?.address ?? null,
    status: first?.status ?? null,
    action: first?.action ?? null,
    recipients: bounce.recipients.map(({ address, status, action }) => ({
      recipient: address,
      status,
      action,
    })),
    temporary: bounce.temporary,
  };
}
