/**
 * The last complete JSON object in what a model wrote: thinking, code fences and talk around it are skipped.
 * Null when there is none. Never evaluates anything.
 */
export function lenientJson(text: string): unknown {
  const spoken = text.replace(/<think(?:ing)?>[\s\S]*?(?:<\/think(?:ing)?>|$)/giu, "").slice(0, 200_000);
  for (
    let end = spoken.lastIndexOf("}"), tries = 0;
    end >= 0 && tries < 8;
    end = spoken.lastIndexOf("}", end - 1), tries++
  ) {
    const start = openingOf(spoken, end);
    if (start < 0) continue;
    try {
      return JSON.parse(spoken.slice(start, end + 1));
    } catch {
      // Not an object after all: look further up.
    }
  }
  return null;
}

/** The brace that opens the object closing at `end`, strings respected as far as they can be read backwards. */
function openingOf(text: string, end: number): number {
  let depth = 0;
  let inString = false;
  for (let i = end; i >= 0; i--) {
    const char = text[i];
    if (char === '"' && !escaped(text, i)) inString = !inString;
    if (inString) continue;
    if (char === "}") depth++;
    if (char === "{" && --depth === 0) return i;
  }
  return -1;
}

function escaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === "\\") slashes++;
  return slashes % 2 === 1;
}
