import { argon2, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import { inTurn } from "./in-turn.ts";

const hash = promisify(argon2);

/** OWASP's second choice for Argon2id: 19 MiB, two passes, one lane. RFC 9106. */
const cost = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 };

/** At most two at once: a hash takes 19 MiB and a core, and strangers may ask for them. */
const turn = inTurn({ atOnce: 2, waiting: 64 });

/** Argon2id in PHC form. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await turn(() => hash("argon2id", { message: password, nonce: salt, ...cost }));
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${plain(salt)}$${plain(tag)}`;
}

/**
 * Whether the password fits. With null, for an account that is not there or has no password, the same work is
 * done for nothing, so that nobody can tell by the clock.
 */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  const parts = stored === null ? null : readPhc(stored);
  const { salt, tag, ...used } = parts ?? nobody;
  const made = await turn(() => hash("argon2id", { message: password, nonce: salt, ...used }));
  return timingSafeEqual(made, tag) && parts !== null;
}

/** True when the hash was made with another cost and should be made again at the next sign-in. */
export function needsRehash(stored: string): boolean {
  const parts = readPhc(stored);
  return !parts || parts.memory !== cost.memory || parts.passes !== cost.passes;
}

const nobody = { salt: randomBytes(16), tag: randomBytes(cost.tagLength), ...cost };

function readPhc(phc: string) {
  const found =
    /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,2}),p=(\d{1,2})\$([\w+/]{11,86})\$([\w+/]{16,86})$/.exec(phc);
  if (!found) return null;
  const [, memory, passes, parallelism, salt, tag] = found;
  const bytes = Buffer.from(tag!, "base64");
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt!, "base64"),
    tag: bytes,
    tagLength: bytes.length,
  };
}

/** Base64 without padding, as PHC strings have it. */
const plain = (bytes: Buffer): string => bytes.toString("base64").replaceAll("=", "");
