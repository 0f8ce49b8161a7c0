/** A link opens apart, as a page like any other. No origin, no script, no form, no way to move the page around it. */
export const frameSandbox = "allow-popups allow-popups-to-escape-sandbox";

const body =
  "margin:12px;font:14px/1.5 system-ui,sans-serif;color:#17191c;background:#fff;overflow-wrap:anywhere;overflow:auto";

/** The whole document around the sanitised HTML of a mail, with a policy of its own. */
export function frameDocument(html: string, origin: string): string {
  const policy = `default-src 'none'; img-src ${origin}/api/images/ data:; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'`;
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><body style="${body}">${html}`;
}
