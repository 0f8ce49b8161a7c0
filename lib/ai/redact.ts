/**
 * Takes personal data out of text before it leaves the machine: addresses, numbers of people, cards, accounts
 * and devices become slots such as [EMAIL_1]. The same value gets the same slot. In an answer they are never put
 * back: one that needs them is an answer for a person to write. A translation gets its own text's values again.
 */
export type Redactor = { redact(text: string): string; restore(text: string): string };

const finders: readonly (readonly [slot: string, find: RegExp])[] = [
  ["EMAIL", /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu],
  ["LINK", /https?:\/\/[^\s<>"')\]]+/giu],
  ["RRN", /\b\d{6}\s?-\s?[1-8]\d{6}\b/gu],
  ["CARD", /\b(?:\d[ -]?){13,19}\b/gu],
  ["IBAN", /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?\b/gu],
  [
    "PHONE",
    /(?<![\p{L}\p{N}])(?:\+\d{1,3}[ .-]?)?(?:\(?0?\d{1,4}\)?[ .-]){2,4}\d{3,4}(?!\d)|(?<!\d)01[016-9]\d{7,8}(?!\d)/gu,
  ],
  ["IP", /\b(?:\d{1,3}\.){3}\d{1,3}\b/gu],
  ["SECRET", /\b(?:sk|pk|ghp|xox[bap]|AKIA)[-_A-Za-z0-9]{12,}\b/gu],
  ["NUMBER", /\b\d{7,}\b/gu],
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

  const people = names.flatMap((name) => [name, ...name.split(/\s+/u)]).filter((name) => name.length >= 2);
  return {
    redact(text) {
      let out = text;
      for (const [kind, find] of finders) out = out.replace(find, (value) => slotFor(kind, value));
      for (const name of people) out = out.replaceAll(name, () => slotFor("NAME", names[0]!));
      return out;
    },
    restore: (text) => text.replace(/\[[A-Z]+_\d+\]/gu, (slot) => values.get(slot) ?? slot),
  };
}
