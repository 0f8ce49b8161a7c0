import { existsSync, readFileSync } from "node:fs";

/** Hostile HTML, files and fields. They lie beside the project and are no part of it. */
const folder = new URL("../../../shared/security/", import.meta.url);

export const vectorsExist = existsSync(folder);

type Row = Record<string, string>;

export const rowsOf = (path: string): Row[] =>
  readFileSync(new URL(path, folder), "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Row);

export const htmlVectors = (): Row[] => [
  ...rowsOf("xss/html-vectors.jsonl"),
  ...rowsOf("xss/mail-vectors.jsonl"),
];

/** A mail with honest words before this HTML. */
export function htmlMail(html: string): Buffer {
  const head =
    "From: kim@customer.test\r\nTo: support@desk.test\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
  const body = Buffer.from(`<p>honest words</p>${html}`).toString("base64");
  return Buffer.from(`${head}${body.replace(/.{76}/g, "$&\r\n")}\r\n`);
}
