/** What one text became: runs of words that stayed, went and came, in order. */
export type WordDiff = { changedShare: number; parts: DiffPart[] };
export type DiffPart = { kind: "same" | "removed" | "added"; text: string };

/** Beyond this many words on a side, the middle counts as rewritten: the table is quadratic. */
const mostWords = 2_000;

/**
 * Compares by words, white space kept with the word before it. The share is of all words on both sides that did
 * not stay: 0 for the same text, 1 for another one.
 */
export function wordDiff(before: string, after: string): WordDiff {
  const a = wordsOf(before);
  const b = wordsOf(after);
  let start = 0;
  while (start < a.length && start < b.length && same(a[start]!, b[start]!)) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && same(a.at(-1 - end)!, b.at(-1 - end)!)) end++;
  const parts: DiffPart[] = [];
  const add = (kind: DiffPart["kind"], text: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text) parts.push({ kind, text });
  };
  for (const word of b.slice(0, start)) add("same", word);
  const middleA = a.slice(start, a.length - end);
  const middleB = b.slice(start, b.length - end);
  for (const { kind, text } of middleOf(middleA, middleB)) add(kind, text);
  for (const word of end > 0 ? b.slice(-end) : []) add("same", word);

  const count = (kind: DiffPart["kind"]) =>
    parts.filter((part) => part.kind === kind).reduce((sum, part) => sum + wordsOf(part.text).length, 0);
  const changed = count("removed") + count("added");
  const all = changed + 2 * count("same");
  return { changedShare: all === 0 ? 0 : changed / all, parts };
}

/** The longest common run of words decides what stayed. */
function middleOf(a: readonly string[], b: readonly string[]): DiffPart[] {
  const removed = (word: string): DiffPart => ({ kind: "removed", text: word });
  const added = (word: string): DiffPart => ({ kind: "added", text: word });
  if (a.length > mostWords || b.length > mostWords || a.length === 0 || b.length === 0)
    return [...a.map(removed), ...b.map(added)];
  const width = b.length + 1;
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      longest[i * width + j] = same(a[i]!, b[j]!)
        ? longest[(i + 1) * width + j + 1]! + 1
        : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (same(a[i]!, b[j]!)) {
      parts.push({ kind: "same", text: b[j]! });
      i++;
      j++;
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) parts.push(removed(a[i++]!));
    else parts.push(added(b[j++]!));
  }
  return [...parts, ...a.slice(i).map(removed), ...b.slice(j).map(added)];
}

const wordsOf = (text: string): string[] => text.trim().match(/\S+\s*/g) ?? [];
const same = (a: string, b: string): boolean => a.trimEnd() === b.trimEnd();
