import type { EmailCrypto } from "#lib/domain/intake/parsed-email.ts";
import { fileNameOf, type Leaf } from "./message-parts.ts";
import type { MimePart } from "./mime-reader.ts";

/** Recognises S/MIME (RFC 8551) and OpenPGP (RFC 3156, and armour in the text). Nothing is verified or decrypted. */
export function recognizeCrypto(
  root: MimePart,
  bodies: Map<MimePart, Leaf>,
  text: string,
): EmailCrypto | null {
  const found: EmailCrypto[] = [];
  visit(root, bodies, found);
  if (found.length === 0) inlineArmour(text, found);
  if (found.length === 0) return null;
  return {
    kind: found[0]!.kind,
    signed: found.some((one) => one.signed),
    encrypted: found.some((one) => one.encrypted),
    inline: found.every((one) => one.inline),
  };
}

function visit(part: MimePart, bodies: Map<MimePart, Leaf>, found: EmailCrypto[]): void {
  const protocol = part.contentType.parameters.get("protocol")?.toLowerCase() ?? "";
  const types = [protocol, ...part.children.map((child) => child.type)];
  const is = (pattern: RegExp) => types.some((type) => pattern.test(type));
  if (part.type === "multipart/signed")
    found.push({
      kind: is(/pgp-signature/) ? "pgp" : "smime",
      signed: true,
      encrypted: false,
      inline: false,
    });
  else if (part.type === "multipart/encrypted" || is(/^application\/pgp-encrypted$/))
    found.push({ kind: is(/pkcs7/) ? "smime" : "pgp", signed: false, encrypted: true, inline: false });
  if (/^application\/(?:x-)?pkcs7-mime$/.test(part.type) || isP7mFile(part))
    found.push(smime(part, bodies.get(part)));
  const leaf = bodies.get(part);
  if (leaf?.kind === "attachment" && /\.(?:asc|pgp|gpg)$/i.test(fileNameOf(part)) && found.length === 0)
    inlineArmour(leaf.content.toString("latin1", 0, 65_536), found);
  for (const child of part.children) visit(child, bodies, found);
}

/** The object identifier at the start of a CMS structure (RFC 5652): signed-data ends in 02, enveloped-data in 03. */
const signedData = Buffer.from("2a864886f70d010702", "hex");

function smime(part: MimePart, leaf: Leaf | undefined): EmailCrypto {
  const type = part.contentType.parameters.get("smime-type")?.toLowerCase() ?? "";
  const says = leaf?.kind === "attachment" && leaf.content.subarray(0, 60).includes(signedData);
  const signed = type === "signed-data" || (type === "" && says) || /\.p7s$/i.test(fileNameOf(part));
  return { kind: "smime", signed, encrypted: !signed && type !== "certs-only", inline: false };
}

function isP7mFile(part: MimePart): boolean {
  return part.type === "application/octet-stream" && /\.p7m$/i.test(fileNameOf(part));
}

function inlineArmour(text: string, found: EmailCrypto[]): void {
  const signed =
    /^-----BEGIN PGP SIGNED MESSAGE-----\s*$/m.test(text) || /^-----BEGIN PGP SIGNATURE-----\s*$/m.test(text);
  const encrypted = /^-----BEGIN PGP MESSAGE-----\s*$/m.test(text);
  if (signed || encrypted) found.push({ kind: "pgp", signed, encrypted, inline: true });
}
