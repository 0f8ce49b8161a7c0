export interface Output {
  /** One JSON object instead of words. */
  json: boolean;
}

export function print({ json }: Output, words: string, facts: object): void {
  console.log(json ? JSON.stringify(facts) : words);
}
