/**
 * What a call costs, in US dollars: tokens times a price a million. Prices change and self-hosted models cost
 * nothing here, so an unknown model is counted dear: a budget should rather end early than late.
 */
export function costOf(provider: string, model: string, tokens: { input: number; output: number }): number {
  if (provider === "ollama") return 0;
  const [input, output] = prices.find(([name]) => name.test(model))?.[1] ?? dear;
  return (tokens.input * input + tokens.output * output) / 1_000_000;
}

const dear = [5, 25] as const;

/** Dollars a million tokens, [in, out], by family. */
const prices: readonly (readonly [RegExp, readonly [number, number]])[] = [
  [/nano|flash|lite|haiku-3|8b|7b|3b/iu, [0.25, 1.25]],
  [/mini|small|haiku/iu, [1, 5]],
  [/sonnet|gpt-4o|gpt-4\.1|large/iu, [3, 15]],
];
