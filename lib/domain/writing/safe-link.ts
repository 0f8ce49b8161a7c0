const longest = 2000;

/** Where a written link may lead: the web, or a letter. Null for everything else, `javascript:` included. */
export function safeLink(written: string): string | null {
  const text = written.trim();
  if (text.length === 0 || text.length > longest || /[\s<>"\p{Cc}]/u.test(text)) return null;
  if (/^mailto:[^@]+@[^@]+$/i.test(text)) return text;
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const { username, password, href } = new URL(text);
  // Written out, a Korean address is several times as long.
  return username || password || href.length > longest ? null : href;
}
