/**
 * Takes personal data out of text before it leaves the machine: addresses, numbers of people, cards, accounts
 * and devices become slots such as [EMAIL_1]. The same value gets the same slot. In an answer they are never put
 * back: one that needs them is an answer for a person to write. A translation gets its own text's values again.
 */
export type Redactor = { redact(text: string): string; restore(text: string): string };

/** In the order in which they take their part. Hangul may stand right before and after: particles are glued on. */
const finders: readonly (readonly [slot: string, find: RegExp])[] = [
  ["EMAIL", /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.(?:[a-z]{2,}|한국|닷컴|닷넷)/giu],
  ["LINK", /https?:\/\/[^\s<>"')\]]+/giu],
  ["RRN", /(?<!\d)\d{6}\s?-\s?[1-8][\d*]{6}(?![\d*])/gu],
  ["IBAN", /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/gu],
  ["CARD", /(?<!\d)(?:\d[ -]?){12,18}\d(?!\d)/gu],
  [
    "PHONE",
    /(?<![A-Za-z\p{N}])(?:\+\d{1,3}[ .-]?)?(?:\(?0?\d{1,4}\)?[ .-]){2,4}\d{3,4}(?![\d-])|(?<!\d)01[016-9]\d{7,8}(?!\d)|(?<![\d-])\d{4}-\d{4}(?![\d-])/gu,
  ],
  ["IP", /\b(?:\d{1,3}\.){3}\d{1,3}\b/gu],
  ["SECRET", /\b(?:sk|pk|ghp|xox[bap]|AKIA)[-_A-Za-z0-9]{12,}\b/gu],
  [
    "SECRET",
    /(?<=(?:\b(?:password|passcode|pin|cvc|cvv)|비밀번호|비번|암호)\s?(?:is|[:=는은이가])?\s?)(?=[^\s,]*\d)[!-~]{3,}/giu,
  ],
  // A bank account, a business number, a driver's licence: groups of digits, however they are cut.
  ["NUMBER", /(?<![\d-])(?!\d{4}-\d{1,2}-\d{1,2}(?!\d))\d{1,6}(?:-\d{1,8}){2,4}(?![\d-])/gu],
  ["ORDER", /(?<![A-Za-z\p{N}[_])#?[A-Z]{1,6}-?\d[\d-]{2,20}(?!\p{N})|#\d{3,}\b/gu],
  ["NUMBER", /(?<!\d)\d{5,}(?![\d,.]*\d|\s?(?:원|달러|won\b))/gu],
  ["ADDRESS", /[가-힣]+(?:대로|로|길)\s?\d+(?:-\d+)?(?:번길\s?\d+)?(?:[ ,]+\d+동)?(?:[ ,]+\d+(?:층|호))?/gu],
];

export function createRedactor(names: readonly string[] = []): Redactor {
  const slots = new Map<string, string>();
  const values = new Map<string, string>();
  const counts = new Map<string, number>();
  const slotFor = (kind: string, value: string) => {
    const key = `${kind}\n${value.toLowerCase()}`;
    const known = slots.get(key);
    if (known) return known;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    const slot = `[${kind}_${number}]`;
    slots.set(key, slot);
    values.set(slot, value);
    return slot;
  };

  const people = names
    .flatMap(waysToName)
    .map((name) => new RegExp(`(?<![A-Za-z])${name}(?![A-Za-z])`, "giu"));
  return {
    redact(text) {
      let out = text;
      for (const [kind, find] of finders) out = out.replace(find, (value) => slotFor(kind, value));
      for (const name of people) out = out.replace(name, () => slotFor("NAME", names[0]!));
      return out;
    },
    restore: (text) => text.replace(/\[[A-Z]+_\d+\]/gu, (slot) => values.get(slot) ?? slot),
  };
}

/** A name whole and in its parts; of a Korean one also the given name, and with a space after the family name. */
function waysToName(name: string): string[] {
  const parts = name.match(/\p{L}{2,}/gu) ?? [];
  const hangul = /^[가-힣]{3,4}$/u.test(name) ? [`${name[0]} ${name.slice(1)}`, name.slice(1)] : [];
  return [name, ...hangul, ...parts.filter((part) => !titles.test(part))]
    .filter((way) => way.trim().length >= 2)
    .map((way) => way.replace(/[\\^$.*+?()[\]{}|/]/gu, "\\$&"));
}

const titles = /^(?:mr|mrs|ms|dr|jr|sr|the|and|of|de|van|von|과장|대리|부장|팀장|사장|대표|님)$/iu;
