/** Pictures that a browser only ever draws, by their first bytes. SVG is not among them: it can run scripts. */
export function imageType(bytes: Buffer): string | null {
  const is = (text: string, at = 0) => bytes.toString("latin1", at, at + text.length) === text;
  if (is("\x89PNG\r\n\x1a\n")) return "image/png";
  if (is("\xff\xd8\xff")) return "image/jpeg";
  if (is("GIF87a") || is("GIF89a")) return "image/gif";
  if (is("RIFF") && is("WEBP", 8)) return "image/webp";
  if (is("ftypavif", 4) || is("ftypavis", 4)) return "image/avif";
  return null;
}
