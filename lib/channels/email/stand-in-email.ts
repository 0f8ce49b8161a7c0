import { createHash } from "node:crypto";

export type WhyStandIn =
  | { kind: "too_large"; bytes: number }
  | { kind: "unreadable"; uid: number; folder: string; error: string };

/** Of the original; the rest describes a body that is not here, or must not count twice. */
const kept =
  /^(?:from|to|cc|subject|date|reply-to|in-reply-to|references|delivered-to|x-original-to)[ \t]*:/i;

/**
 * What is filed in place of a mail that stays on its server: its own headers where there are any, and a text that
 * says so in both languages of the desk. The same mail gives the same bytes.
 */
export function standInFor(headers: Buffer | null, why: WhyStandIn): Buffer {
  const head = (headers?.subarray(0, 200_000).toString("latin1") ?? "").replace(/\r?\n/g, "\r\n");
  const fields = head.split(/\r\n(?![ \t])/).filter((field) => kept.test(field));
  if (!fields.some((field) => /^from[ \t]*:/i.test(field))) fields.push("From: unreadable@sender.invalid");
  if (!fields.some((field) => /^subject[ \t]*:/i.test(field))) fields.push("Subject: (unreadable)");
  const text = textOf(why);
  const mark = createHash("sha256")
    .update(head)
    .update(why.kind === "unreadable" ? `${why.folder}/${why.uid}` : "")
    .digest("hex");
  const lines = [
    ...fields,
    `Message-ID: <stand-in.${mark.slice(0, 32)}@sender.invalid>`,
    "X-Stand-In: the original stays on its server",
    "Auto-Submitted: auto-generated",
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    Buffer.from(text).toString("base64").replace(/.{76}/g, "$&\r\n"),
    "",
  ];
  return Buffer.from(lines.join("\r\n"), "latin1");
}

function textOf(why: WhyStandIn): string {
  if (why.kind === "too_large") {
    const megabytes = Math.ceil(why.bytes / (1 << 20));
    return [
      `This message is too large to be taken over (${megabytes} MB). The original is still in the mailbox.`,
      `메일이 너무 커서 가져오지 못했어요 (${megabytes}MB). 원본은 메일함에 그대로 있어요.`,
    ].join("\n\n");
  }
  return [
    `This message could not be read from the mail server (${why.folder}, number ${why.uid}): ${why.error}. The original is still in the mailbox.`,
    `메일 서버에서 이 메일을 읽지 못했어요 (${why.folder}, 번호 ${why.uid}): ${why.error}. 원본은 메일함에 그대로 있어요.`,
  ].join("\n\n");
}
