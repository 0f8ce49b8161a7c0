import { expect, test } from "vitest";
import { describeEmail } from "#lib/channels/email/describe-email.ts";
import { parseEmail } from "#lib/channels/email/parse-email.ts";
import { safeHtmlOf } from "#lib/channels/email/safe-html-of.ts";
import { spoolAttachments } from "#lib/channels/email/spool-attachments.ts";
import type { ParsedEmail } from "#lib/domain/intake/parsed-email.ts";
import { type Random, seeded } from "#tests/properties/random.ts";
import { corpusExists, readCases, readRaw } from "./score/cases.ts";

const seed = 20261128;
const mutants = 700;
/** Larger ones say nothing more and take the time of ten. */
const longest = 60_000;

const hostile = [
  "\0",
  "\xff\xfe",
  "\r\n\r\n",
  "\n",
  "--",
  "=?utf-8?q?=00=ff?=",
  "=?euc-kr?b?//8=?=",
  "Content-Type: multipart/mixed; boundary=\r\n",
  "Content-Transfer-Encoding: x-uuencode\r\n",
  "Content-Type: text/html; charset=iso-2022-kr\r\n",
  "Content-Type: application/ms-tnef\r\n\r\n\x78\x9f\x3e\x22\x00\x00\x02\x05\x90\x06\x00\xff\xff\xff\xff",
  'BEGIN:VEVENT\r\nDTSTART;TZID=":20269999T999999\r\n',
  "<style><div style='",
  ">".repeat(2000),
  "(".repeat(2000),
  "A".repeat(5000),
];

/** One wound: a changed byte, a hole, a doubled stretch, a cut end, a piece of another mail, or something nasty. */
function mutate(raw: Buffer, other: Buffer, random: Random): Buffer {
  const at = random.int(0, Math.max(1, raw.length));
  const length = random.int(1, 201);
  const stretch = raw.subarray(at, at + length);
  const with_ = (piece: Uint8Array, skip = 0) =>
    Buffer.concat([raw.subarray(0, at), piece, raw.subarray(at + skip)]);
  switch (random.int(0, 6)) {
    case 0:
      return with_(Buffer.from([random.int(0, 256)]), 1);
    case 1:
      return with_(Buffer.alloc(0), length);
    case 2:
      return with_(Buffer.concat([stretch, stretch, stretch]), length);
    case 3:
      return raw.subarray(0, at);
    case 4: {
      const from = random.int(0, Math.max(1, other.length));
      return with_(other.subarray(from, from + length * 5), length);
    }
    default:
      return with_(Buffer.from(random.pick(hostile), "latin1"));
  }
}

/** What PostgreSQL, JSON and the screen need of a mail that was understood. */
function expectStorable(email: ParsedEmail): void {
  const printed = JSON.stringify(describeEmail("x.eml", email));
  const { headers: _, ...said } = email;
  const texts = JSON.stringify({
    ...said,
    attachments: email.attachments.map(({ name, type }) => [name, type]),
  });
  expect(JSON.parse(printed)).toMatchObject({
    file: "x.eml",
    from: expect.any(Array),
    warnings: expect.any(Array),
  });
  expect(texts).not.toMatch(/\\u0000|\\ud[89a-f]/);
  expect(safeHtmlOf(email) ?? "").not.toMatch(/<(?:script|style|iframe|svg|form|meta)\b|<[^>]*\son\w+\s*=/i);
  for (const { name } of email.attachments) expect(name).not.toMatch(/[/\\\0\u202e]|^\.\.?$/);
}

test.skipIf(!corpusExists)(
  `${mutants} damaged mails are understood as far as they go, and none is lost`,
  async () => {
    const random = seeded(seed);
    const raws = readCases()
      .map(({ file }) => readRaw(file))
      .filter((raw) => raw.length < longest);
    for (let n = 0; n < mutants; n++) {
      let raw = random.pick(raws);
      for (let wounds = random.int(1, 5); wounds > 0; wounds--) raw = mutate(raw, random.pick(raws), random);
      try {
        expectStorable(await parseEmail(raw));
      } catch (error) {
        throw new Error(`mutant ${n} of seed ${seed}:\n${raw.toString("latin1").slice(0, 2000)}`, {
          cause: error,
        });
      }
    }
  },
);

test.skipIf(!corpusExists)(
  "a mail whose files go to disk is understood like one that stays in memory",
  async () => {
    const without = ({ attachments, ...email }: ParsedEmail) => ({
      ...email,
      attachments: attachments.map(({ content: _, ...file }) => file),
    });
    const kinds = /^(?:crypto|attach|bounce|forward)$/;
    for (const { file } of readCases().filter(({ kind }) => kinds.test(kind))) {
      const raw = readRaw(file);
      const spool = spoolAttachments();
      expect(without(await parseEmail(raw, spool)), file).toEqual(without(await parseEmail(raw)));
      spool.remove();
    }
  },
);
