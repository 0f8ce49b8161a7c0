/** Each reads a text of any shape in linear time: an address begins where its word does, a slot is short. */
const masks: readonly (readonly [RegExp, string])[] = [
  [/(?:https?:\/\/|www\.)[^\s<>"']+/gu, " maskurl "],
  [/(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\.\p{L}{2,}/gu, " maskmail "],
  [/\{\{[^}]{0,100}\}\}|\[[^\]\s]{1,30}\]/gu, " maskslot "],
  [/\p{N}[\p{N}-]{3,}\p{N}/gu, " maskdigits "],
];

/**
 * The text every built-in step reads: NFKC, lower case, invisible characters out, and addresses, links,
 * slots such as `{{order}}` and runs of five digits or more replaced by one mask word each, so that an order number teaches
 * nothing. Spaces are kept single.
 */
export function normalise(text: string): string {
  let out = text
    .normalize("NFKC")
    .replace(/[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]/gu, "")
    .toLowerCase();
  for (const [pattern, mask] of masks) out = out.replace(pattern, mask);
  return out.replace(/\s+/gu, " ").trim();
}
