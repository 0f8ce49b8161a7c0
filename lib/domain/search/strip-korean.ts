/** Particles, longest first; none that ends many nouns (나, 이나 after a vowel, 야). */
const particles =
  /(?:으로부터|에서부터|에게서|으로서|으로써|이라고|에서는|에서도|까지는|한테서|께서는|로부터|에게는|에게도|이라는|라고|라는|에서|에게|한테|께서|까지|부터|마다|처럼|보다|만큼|조차|마저|밖에|으로|이랑|하고|이나|은|는|이|가|을|를|의|에|와|과|도|로|만|랑|께)$/u;

/** What is hung on a noun to make it a verb: 환불해 주세요, 환불하려면, 환불됐나요. */
const verbs =
  /(?:하|되|해|돼|했|됐|될|할|한|된|합|됩|시키|시켜)(?:지|고|는|면|려면|려고|기|나요|네요|니다|습니다|어요|아요|었어요|였어요|세요|주세요|줘요|줘|달라고|도|서|야|요|까요|는데|는지|던|던데|게|러|을까요|셨나요|셔서)*$/u;

/** A Hangul word without what grammar hung on it; `least` syllables always stay. */
export function stripKorean(word: string, least = 2): string {
  for (const ending of [particles, verbs]) {
    const bare = word.replace(ending, "");
    if (bare !== word && bare.length >= least) return ending === particles ? stripVerb(bare, least) : bare;
  }
  return word;
}

function stripVerb(word: string, least: number): string {
  const bare = word.replace(verbs, "");
  return bare.length >= least ? bare : word;
}
