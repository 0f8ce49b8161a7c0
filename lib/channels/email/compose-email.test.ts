import MailComposer from "nodemailer/lib/mail-composer";
import { expect, test } from "vitest";
import { composeEmail, type EmailToCompose } from "./compose-email.ts";
import { parseEmail } from "./parse-email.ts";

const mail: EmailToCompose = {
  messageId: "01@desk.example",
  inReplyTo: "q30@customer.example",
  references: Array.from({ length: 30 }, (_, n) => `q${n + 1}@customer.example`),
  from: { name: "데스크", address: "support@desk.example" },
  to: [{ name: "Kim\r\nBcc: x@evil.example", address: "kim@customer.example" }],
  cc: [{ name: "", address: "lee@customer.example" }],
  bcc: ["boss@desk.example"],
  replyTo: "support+7.abc@desk.example",
  envelopeFrom: "bounce+1.abc@desk.example",
  subject: "Re: 환불\r\nX-Evil: 1",
  text: "안녕하세요.\n\nFrom here on.",
  attachments: [
    { name: "그림.png", type: "image/png", content: Buffer.from([1, 2, 3]), contentId: "one@desk" },
    { name: "a.txt", type: "text/plain", content: Buffer.from("hi"), contentId: null },
  ],
  date: new Date("2026-11-28T10:00:00Z"),
  instanceId: "desk",
  kind: "agent",
  answersMail: true,
  unsubscribeUrl: "https://desk.example/u/1",
};

async function write(over: Partial<EmailToCompose> = {}) {
  const options = composeEmail({ ...mail, ...over });
  const raw = await new MailComposer({ ...options, newline: "\r\n" }).compile().build();
  const head = raw.toString("latin1").split("\r\n\r\n")[0]!;
  const header = (name: string) =>
    new RegExp(`^${name}: ((?:.*(?:\\r\\n[ \\t])?)*)`, "im").exec(head)?.[1]?.replace(/\r\n[ \t]+/g, " ") ??
    null;
  return { raw, header, options };
}

test("what a person wrote says where it belongs and where answers go, and nothing of a machine", async () => {
  const { raw, header, options } = await write();
  expect(header("Message-ID")).toBe("<01@desk.example>");
  expect(header("In-Reply-To")).toBe("<q30@customer.example>");
  const chain = header("References")!.split(" ");
  expect([chain.length, chain[0], chain[9], chain[10], chain[19]]).toEqual([
    20,
    ...[1, 10, 21, 30].map((n) => `<q${n}@customer.example>`),
  ]);
  expect(header("Reply-To")).toContain("<support+7.abc@desk.example>");
  for (const name of [
    "Bcc",
    "X-Evil",
    "Auto-Submitted",
    "Precedence",
    "List-Unsubscribe",
    "X-Auto-Response-Suppress",
  ])
    expect(header(name), name).toBeNull();
  expect(raw.toString("latin1")).toContain("text/plain; charset=utf-8; format=flowed");
  expect(
    Math.max(
      ...raw
        .toString("latin1")
        .split("\r\n")
        .map(({ length }) => length),
    ),
  ).toBeLessThan(998);
  expect(options.envelope).toEqual({
    from: "bounce+1.abc@desk.example",
    to: ["kim@customer.example", "lee@customer.example", "boss@desk.example"],
  });
});

test("it reads back as it was written, with the picture inline and the file beside it", async () => {
  const read = await parseEmail((await write()).raw);
  expect(read.text.trim()).toBe("안녕하세요.\n\nFrom here on.");
  expect(read.attachments.map(({ name, type, contentId }) => [name, type, contentId])).toEqual([
    ["그림.png", "image/png", "one@desk"],
    ["a.txt", "text/plain", null],
  ]);
});

test.each([
  ["an answer of the machine", { kind: "auto" as const }, "auto-replied", "auto_reply", null],
  [
    "a notice of the machine",
    { kind: "auto" as const, answersMail: false },
    "auto-generated",
    "auto_reply",
    null,
  ],
  [
    "a survey",
    { kind: "bulk" as const, answersMail: false },
    "auto-generated",
    "bulk",
    "<https://desk.example/u/1>",
  ],
])(
  "%s keeps other machines quiet, and only bulk mail can be unsubscribed from",
  async (_, over, auto, kind, list) => {
    const { header } = await write(over);
    expect([header("Auto-Submitted"), header("Precedence"), header("List-Unsubscribe")]).toEqual([
      auto,
      kind,
      list,
    ]);
    expect(header("X-Auto-Response-Suppress")).toBe("All");
    expect(header("List-Unsubscribe-Post")).toBe(list && "List-Unsubscribe=One-Click");
  },
);

test("inline pictures of a mail made from text stand after its words; given a place, nowhere else", async () => {
  const shown = async (over: Partial<EmailToCompose>) =>
    (await parseEmail((await write(over)).raw)).html ?? "";
  const made = await shown({});
  expect(made.match(/<img[^>]*>/g)).toEqual([
    '<img src="cid:one@desk" alt="그림.png" style="max-width:100%">',
  ]);
  expect(made.indexOf("<img")).toBeGreaterThan(made.indexOf("From here on."));
  expect((await shown({ html: '<p><img src="cid:one@desk">x</p>' })).match(/<img/g)).toHaveLength(1);
});
