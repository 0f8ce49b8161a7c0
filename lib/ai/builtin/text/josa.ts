/**
 * Particles, copulas and polite endings that follow a Korean noun or stem, longest first. Written from the grammar, not from a corpus.
 * A stem of at least two syllables must remain, except after the unmistakable longer ones.
 */
const endings: readonly string[] = [
  "에서부터는,으로부터는,에게서는,이라고는,이라든지,으로써는,으로서는,까지만이라도",
  "에서부터,으로부터,이라도,이라고,이라는,이라서,이지만,이면서,인가요,인데요,입니다,입니까,이에요,이었는,이었던,에서는,에서도,에게는,에게도,에게서,으로는,으로도,으로서,으로써,까지는,까지도,부터는,부터도,처럼은,보다는,만으로,마다의,이나마,하고는,하나요,합니다,했는데,하는데,했어요,해주세요,해요,한가요,되나요,됩니다,됐어요,되었어요,하려면,하려고,하는,하고,하면,하여,해서,했던",
  "께서,에서,에게,한테,으로,까지,부터,처럼,보다,마다,조차,마저,밖에,이나,이랑,이며,이고,이란,이면,인지,인데,라도,라고,라는,라서,로서,로써,로는,로도,에는,에도,와는,과는,만은,만이,만을,들은,들이,들을,들의,들도,이요,예요,네요,어요,아요,나요,까요,는데,은데,지만",
  "은,는,이,가,을,를,에,의,로,와,과,도,만,랑,나,며,고,야,요,든",
].flatMap((line) => line.split(","));

const byLength = new Map<number, Set<string>>();
for (const ending of endings) {
  const set = byLength.get(ending.length) ?? new Set<string>();
  byLength.set(ending.length, set.add(ending));
}
const longest = Math.max(...byLength.keys());

/**
 * The stem of a Korean word: the longest known particle or ending removed while two syllables remain
 * ("환불은" → "환불", "계정으로는" → "계정"). A word without one comes back unchanged.
 */
export function stripJosa(word: string): string {
  for (let length = Math.min(longest, word.length - 2); length >= 1; length--) {
    if (byLength.get(length)?.has(word.slice(-length))) return word.slice(0, -length);
  }
  return word;
}
