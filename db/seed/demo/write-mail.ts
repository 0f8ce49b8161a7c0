export type MailToWrite = {
  from: { name: string; address: string };
  to: string;
  subject: string;
  body: string;
  messageId: string;
  inReplyTo?: string;
  date: Date;
};

/** A plain mail as a customer's program writes it: RFC 5322, MIME, UTF-8 in Base64. */
export function writeMail({ from, to, subject, body, messageId, inReplyTo, date }: MailToWrite): Buffer {
  const lines = [
    `From: ${encoded(from.name)} <${from.address}>`,
    `To: <${to}>`,
    `Subject: ${encoded(subject)}`,
    `Date: ${date.toUTCString().replace("GMT", "+0000")}`,
    `Message-ID: <${messageId}>`,
    ...(inReplyTo ? [`In-Reply-To: <${inReplyTo}>`, `References: <${inReplyTo}>`] : []),
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    ...(Buffer.from(body)
      .toString("base64")
      .match(/.{1,76}/g) ?? []),
    "",
  ];
  return Buffer.from(lines.join("\r\n"));
}

/** RFC 2047: each word on its own, short enough for a line and never half a character. */
function encoded(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words = Array.from(text).reduce<string[]>((parts, char) => {
    const last = parts.at(-1);
    if (last === undefined || Buffer.byteLength(last + char) > 42) parts.push(char);
    else parts[parts.length - 1] = last + char;
    return parts;
  }, []);
  return words.map((word) => `=?UTF-8?B?${Buffer.from(word).toString("base64")}?=`).join("\r\n ");
}
