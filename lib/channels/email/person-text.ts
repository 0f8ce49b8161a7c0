import type { Address } from "#lib/domain/intake/parsed-email.ts";
import { isStrictAddress } from "./address.ts";

const addressPattern = /[^\s<>()[\]"',;:]+@[^\s<>()[\]"',;:]+\.[^\s<>()[\]"',;:]*[^\s<>()[\]"',;:.]/gu;

/**
 * A person as a mail program writes one into the text: `X <a@b>`, `X [mailto:a@b]`, `"X" <a@b<mailto:a@b>>`, `a@b`.
 * Null unless there is exactly one address: with two, nobody knows who it was.
 */
export function personInText(text: string): Address | null {
  const line = text.slice(0, 1000).replace(/mailto:/gi, " ");
  const found = [...new Set(Array.from(line.matchAll(addressPattern), (match) => match[0].toLowerCase()))];
  const [address] = found;
  if (found.length !== 1 || !address || !isStrictAddress(address)) return null;
  const before = line.slice(0, line.toLowerCase().indexOf(address));
  const name = before
    .replace(/[<[(]\s*$/, "")
    .replace(/[<>[\]()"]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return { name: name.replace(/^'(.*)'$/, "$1"), address };
}
