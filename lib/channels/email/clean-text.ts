/** NFC, without NUL and lone surrogates, line ends as `\n`: what Postgres, JSON and comparison need. */
export function cleanText(text: string): string {
  return text.replaceAll("\0", "").toWellFormed().normalize("NFC").replace(/\r\n?/g, "\n");
}

/** One line: control characters and bidi overrides out, white space collapsed. For subjects, names, file names. */
export function cleanLine(text: string): string {
  return cleanText(text)
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[\p{Cc}\s]+/gu, " ")
    .trim();
}
