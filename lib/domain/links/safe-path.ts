/**
 * A place on our own origin to go to after signing in: path, query and fragment of what was asked for, or the
 * fallback. Whatever a browser could read as another host is refused.
 */
export function safePath(asked: unknown, fallback = "/inbox"): string {
  if (typeof asked !== "string" || asked.length > 2000) return fallback;
  if (!/^\/(?![/\\])/.test(asked) || hasControl(asked)) return fallback;
  try {
    const base = "http://desk.invalid";
    const url = new URL(asked, base);
    if (url.origin !== base || /^\/[/\\]/.test(decodeURIComponent(url.pathname))) return fallback;
    return `${url.pathname}${url.search}${url.hash}`;
  } catch {
    return fallback;
  }
}

/** Browsers drop tabs and line breaks inside a URL, so "/\t/host" is "//host". */
function hasControl(text: string): boolean {
  return /[\s\p{Cc}]|%0[0-9a-f]|%5c/iu.test(text);
}
