const widest = 76;

/**
 * Text for format=flowed (RFC 3676): long lines are broken after a space, lines that could be taken for a quote or an
 * mbox separator are stuffed, and no line of ours seems to flow by accident.
 */
export function flowText(text: string): string {
  return text.split("\n").map(flowLine).join("\n");
}

function flowLine(line: string): string {
  if (line === "-- ") return line;
  const trimmed = line.trimEnd();
  // Quoted lines keep their marks in front, where a reader looks for them.
  if (trimmed.startsWith(">")) return trimmed;
  const out: string[] = [];
  let current = "";
  for (const word of trimmed.split(/(?<= )/)) {
    if (current !== "" && width(current) + width(word.trimEnd()) > widest && current.endsWith(" ")) {
      out.push(stuff(current));
      current = "";
    }
    current += word;
  }
  out.push(stuff(current));
  return out.join("\n");
}

function stuff(line: string): string {
  return /^(?:[ >]|From )/.test(line) ? ` ${line}` : line;
}

/** Hangul and other wide letters take two columns. */
function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += character.codePointAt(0)! >= 0x1100 ? 2 : 1;
  return columns;
}
