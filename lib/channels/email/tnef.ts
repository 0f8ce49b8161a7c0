import { decodeText } from "./charset.ts";
import { safeFileName } from "./file-name.ts";
import { fileNameOf, type Leaf } from "./message-parts.ts";

/** The attributes and properties of MS-OXTNEF that name a file. */
const signature = 0x223e9f78;
const beginsFile = 0x9002;
const title = 0x8010;
const properties = 0x9005;
const codepage = 0x9007;
const longFileName = 0x3707;
const mostFiles = 50;

/** Names of the files inside winmail.dat parts. What cannot be read has no names; the part itself is kept in any case. */
export function winmailNames(leaves: readonly Leaf[]): string[] {
  const names = leaves.flatMap((leaf) => (isWinmail(leaf) ? namesIn(leaf.content) : []));
  return names.slice(0, mostFiles);
}

type Attachment = Extract<Leaf, { kind: "attachment" }>;

function isWinmail(leaf: Leaf): leaf is Attachment {
  if (leaf.kind !== "attachment") return false;
  return (
    /^application\/(?:vnd\.)?ms-tnef$/.test(leaf.part.type) || /^winmail\.dat$/i.test(fileNameOf(leaf.part))
  );
}

function namesIn(tnef: Buffer): string[] {
  if (tnef.length < 6 || tnef.readUInt32LE(0) !== signature) return [];
  const files: string[] = [];
  let charset = "windows-1252";
  // A level, an id with its type, a length, the value, a checksum.
  for (let at = 6; at + 9 <= tnef.length && files.length < mostFiles; ) {
    const id = tnef.readUInt16LE(at + 1);
    const length = tnef.readUInt32LE(at + 5);
    const value = tnef.subarray(at + 9, at + 9 + length);
    if (value.length < length) break;
    at += 9 + length + 2;
    if (id === codepage && length >= 4) charset = `cp${value.readUInt32LE(0)}`;
    else if (id === beginsFile) files.push("");
    else if (files.length === 0) continue;
    else if (id === title && !files.at(-1)) files[files.length - 1] = nameOf(decodeText(value, charset).text);
    else if (id === properties) files[files.length - 1] = longNameIn(value, charset) || files.at(-1)!;
  }
  return files.filter((name) => name !== "");
}

const sizes: Record<number, number> = { 5: 8, 6: 8, 7: 8, 20: 8, 64: 8, 72: 16 };
const measured = new Set([0x0d, 0x1e, 0x1f, 0x102]);

/** Walks the MAPI properties of one file to its long name; "" when there is none or the list makes no sense. */
function longNameIn(list: Buffer, charset: string): string {
  try {
    let at = 4;
    for (let left = Math.min(list.readUInt32LE(0), 1000); left > 0; left--) {
      const type = list.readUInt16LE(at);
      const id = list.readUInt16LE(at + 2);
      at += 4;
      if (id >= 0x8000) at = afterName(list, at);
      const many = (type & 0x1000) !== 0;
      const plain = type & 0xefff;
      const counted = many || measured.has(plain);
      const count = counted ? list.readUInt32LE(at) : 1;
      if (counted) at += 4;
      for (let i = 0; i < Math.min(count, 1000); i++) {
        const length = measured.has(plain) ? list.readUInt32LE(at) : (sizes[plain] ?? 4);
        if (measured.has(plain)) at += 4;
        if (id === longFileName) {
          const bytes = list.subarray(at, at + length);
          return nameOf(plain === 0x1f ? bytes.toString("utf16le") : decodeText(bytes, charset).text);
        }
        at += padded(length);
      }
    }
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  return "";
}

/** Named properties carry whose they are, and a number or a name. */
function afterName(list: Buffer, at: number): number {
  const named = list.readUInt32LE(at + 16) === 1;
  return named ? at + 24 + padded(list.readUInt32LE(at + 20)) : at + 24;
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;
const nameOf = (text: string): string => safeFileName(text.replace(/\0.*$/s, ""));
