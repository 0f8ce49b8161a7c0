import iconv from "iconv-lite";
import { expect, test } from "vitest";
import { parseEmail } from "./parse-email.ts";

const head = "From: a@b.example\r\nTo: support@desk.example\r\nSubject: hello\r\n";
const parse = (text: string | Buffer) =>
  parseEmail(Buffer.isBuffer(text) ? text : Buffer.from(text, "latin1"));
const multipart = `${head}Content-Type: multipart/mixed; boundary=b\r\n\r\n`;

test.each([
  ["euc-kr", iconv.encode("환불 요청", "euc-kr")],
  ["ks_c_5601-1987", iconv.encode("똠방각하 펲시콜라", "cp949")],
  ["x-windows-949", iconv.encode("똠방각하", "cp949")],
  ["uhc", iconv.encode("펲", "cp949")],
  ["big5", Buffer.from("환불 요청", "utf8")],
  ["us-ascii", iconv.encode("환불 요청드립니다", "euc-kr")],
  ["utf-16be", iconv.encode("환불", "utf-16be")],
])("a body labelled %s is read by what it is", async (label, bytes) => {
  const mail = await parse(
    Buffer.concat([Buffer.from(`${head}Content-Type: text/plain; charset=${label}\r\n\r\n`), bytes]),
  );
  expect(mail.text).toMatch(/^(?:환불|똠방각하|펲)/);
});

test("raw eight-bit headers are read in the charset of the body", async () => {
  const mail = await parse(
    iconv.encode(
      "From: 김하나 <kim@b.example>\r\nSubject: 환불\r\nContent-Type: text/plain; charset=euc-kr\r\n\r\n본문",
      "euc-kr",
    ),
  );
  expect([mail.from[0]?.name, mail.subject, mail.text]).toEqual(["김하나", "환불", "본문"]);
});

test.each([
  ["filename*=utf-8''%EA%B2%AC%EC%A0%81.pdf", "견적.pdf"],
  ["filename*0*=utf-8''%EA%B2%AC; filename*1*=%EC%A0%81; filename*2=.pdf", "견적.pdf"],
  ['filename="=?utf-8?B?6rKs7KCBLnBkZg==?="', "견적.pdf"],
  ['filename="../../etc/passwd"', "passwd"],
  ['filename="C:\\\\dir\\\\a.txt"', "a.txt"],
  ['filename="a\u202egpj.exe"', "agpj.exe"],
  ['filename=".."', "attachment-1"],
])("the file name %s is %s", async (parameter, name) => {
  const mail = await parse(
    Buffer.from(
      `${multipart}--b\r\nContent-Type: application/x\r\nContent-Disposition: attachment; ${parameter}\r\n\r\nx\r\n--b--`,
    ),
  );
  expect(mail.attachments[0]?.name).toBe(name);
});

test("strings hold nothing that the database refuses", async () => {
  const mail = await parse(`From: a\0@b.example\r\nSubject: x\0y =?utf-8?b?7aCA?=\r\n\r\nz\0`);
  expect(JSON.stringify(mail)).not.toMatch(/\\u0000|\\ud[89a-f]/i);
});

const repeat = (count: number, part: (i: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join("");

test.each([
  ["50,000 parts", `${multipart}${repeat(50_000, () => "--b\r\n\r\nhello\r\n")}--b--`],
  [
    "parts 20,000 deep",
    `${head}Content-Type: multipart/mixed; boundary=b0\r\n\r\n${repeat(20_000, (i) => `--b${i}\r\nContent-Type: multipart/mixed; boundary=b${i + 1}\r\n\r\n`)}`,
  ],
  ["a header of 3 MB", `${head}X-Long: ${"a".repeat(3_000_000)}\r\n\r\nhello`],
  ["50,000 recipients", `${head}Cc: ${repeat(50_000, (i) => `user${i}@c.example, `)}\r\n\r\nhello`],
])("%s give a usable result and a warning", async (_, raw) => {
  const mail = await parse(raw);
  expect([mail.subject, mail.from[0]?.address]).toEqual(["hello", "a@b.example"]);
  expect(mail.warnings.length).toBeGreaterThan(0);
});

test.each([
  ["nothing", ""],
  ["only NULs", "\0".repeat(1000)],
  ["a lone carriage return", "\r"],
  ["a boundary that never comes", `${multipart}the text`],
  ["no boundary at all", `${head}Content-Type: multipart/mixed\r\n\r\nthe text`],
  ["HTML 200,000 deep", `${head}Content-Type: text/html\r\n\r\n${"<b>".repeat(200_000)}the text`],
  ["a million quote marks", `${head}\r\n${">".repeat(1_000_000)}`],
  ["a line of a million spaces", `${head}\r\n${" ".repeat(1_000_000)}the text`],
])("%s is survived", async (_, raw) => {
  const mail = await parse(raw);
  expect(mail.attachments).toEqual([]);
  if (raw.includes("the text")) expect(mail.text).toContain("the text");
});

test("an attachment can be taken elsewhere while it is read", async () => {
  const taken: Buffer[] = [];
  const raw = Buffer.from(
    `${multipart}--b\r\nContent-Type: application/x; name=a\r\nContent-Transfer-Encoding: base64\r\n\r\naGVs\r\nbG8=\r\n--b--`,
  );
  const mail = await parseEmail(raw, {
    onAttachment: () => ({ write: (bytes) => taken.push(Buffer.from(bytes)), end: () => {} }),
  });
  expect(Buffer.concat(taken).toString()).toBe("hello");
  expect(mail.attachments[0]).toMatchObject({ size: 5, content: Buffer.alloc(0) });
});
