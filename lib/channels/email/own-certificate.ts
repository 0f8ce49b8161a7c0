import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  sign,
} from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Env, SettingError } from "#lib/env.ts";

export type Certificate = { key: string; cert: string };

/** The owner's key and certificate. Throws a `SettingError` that says what is wrong with them; shows neither. */
export function readCertificate({ keyFile, certFile }: NonNullable<Env["smtpTls"]>): Certificate {
  const read = (setting: string, file: string) => {
    try {
      return readFileSync(file, "utf8");
    } catch (error) {
      const code = String(Reflect.get(Object(error), "code"));
      throw new SettingError(`The setting ${setting} is wrong: its file cannot be read (${code}).`);
    }
  };
  const made = { key: read("SMTP_TLS_KEY", keyFile), cert: read("SMTP_TLS_CERT", certFile) };
  try {
    if (belongs(made)) return made;
  } catch (error) {
    throw new SettingError(
      "The setting SMTP_TLS_KEY is wrong: it must name a PEM key without a passphrase, and SMTP_TLS_CERT a PEM certificate.",
      { cause: error },
    );
  }
  throw new SettingError("The setting SMTP_TLS_CERT is wrong: it must belong to the key of SMTP_TLS_KEY.");
}

/**
 * The key and certificate for STARTTLS where the owner names none: `smtp-tls/key.pem` and `cert.pem` in DATA_DIR, put there by the owner or
 * made here, self-signed, at the first start. Mail servers encrypt opportunistically and do not ask who signed.
 */
export async function ownCertificate(dataDir: string, domain: string): Promise<Certificate> {
  const folder = join(dataDir, "smtp-tls");
  const paths = { key: join(folder, "key.pem"), cert: join(folder, "cert.pem") };
  const read = async () => ({
    key: await readFile(paths.key, "utf8"),
    cert: await readFile(paths.cert, "utf8"),
  });
  const there = await read().catch(() => null);
  if (there) return there;

  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = selfSigned(domain, new Date());
  // The key last: whoever sees the key sees its certificate too.
  for (const part of ["cert", "key"] as const) {
    const unfinished = `${paths[part]}.${randomBytes(4).toString("hex")}`;
    await writeFile(unfinished, made[part], { mode: 0o600 });
    await rename(unfinished, paths[part]);
  }
  const kept = await read();
  return belongs(kept) ? kept : made;
}

function belongs({ key, cert }: Certificate): boolean {
  return createPublicKey(cert).equals(createPublicKey(createPrivateKey(key)));
}

/** A self-signed X.509 v3 certificate for ten years (RFC 5280), ECDSA on P-256. */
export function selfSigned(domain: string, now: Date): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const spki = publicKey.export({ type: "spki", format: "der" });
  const ecdsaWithSha256 = sequence(oid("2a8648ce3d040302"));
  const name = sequence(set(sequence(oid("550403"), der(0x0c, Buffer.from(domain)))));
  const until = new Date(now.getTime() + 3_650 * 86_400_000);
  const names = sequence(der(0x82, Buffer.from(domain)));
  const tbs = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.concat([Buffer.from([0x40]), createHash("sha1").update(spki).digest().subarray(0, 15)])),
    ecdsaWithSha256,
    name,
    sequence(utcTime(now), utcTime(until)),
    name,
    spki,
    der(0xa3, sequence(sequence(oid("551d11"), der(0x04, names)))),
  );
  const signature = sign("sha256", tbs, privateKey);
  const certificate = sequence(tbs, ecdsaWithSha256, der(0x03, Buffer.concat([Buffer.from([0]), signature])));
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${certificate.toString("base64").replace(/.{64}(?=.)/g, "$&\n")}\n-----END CERTIFICATE-----\n`,
  };
}

/** One DER value: tag, length, content (X.690). */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const length = content.length;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const set = (...parts: Buffer[]) => der(0x31, ...parts);
const oid = (hex: string) => der(0x06, Buffer.from(hex, "hex"));

function utcTime(at: Date): Buffer {
  const digits = at.toISOString().replace(/[-:T]/g, "").slice(2, 14);
  return der(0x17, Buffer.from(`${digits}Z`));
}
