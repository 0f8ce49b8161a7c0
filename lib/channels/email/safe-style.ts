const properties = new Set(
  (
    "color background-color font font-family font-size font-style font-weight font-variant line-height letter-spacing " +
    "text-align text-decoration text-indent text-transform vertical-align white-space word-break overflow-wrap direction " +
    "width max-width min-width height max-height min-height padding padding-top padding-right padding-bottom padding-left " +
    "margin margin-top margin-right margin-bottom margin-left border border-top border-right border-bottom border-left " +
    "border-color border-style border-width border-radius border-collapse border-spacing list-style-type table-layout " +
    "display"
  ).split(" "),
);

/** No functions but colours, no escapes, nothing that could leave the declaration. */
const harmless = /^(?:[\w\s#%.,+!"'/-]|\b(?:rgba?|hsla?)\([\d\s.,%/]+\))*$/i;

/**
 * The declarations of a style attribute that only change how text looks. Anything with a URL, an escape, an unknown
 * function or a place on the page is left out, and so are negative margins, which move text over other text.
 */
export function safeStyle(style: string): string {
  const kept: string[] = [];
  for (const declaration of style.slice(0, 4000).split(";")) {
    const colon = declaration.indexOf(":");
    const name = declaration.slice(0, colon).trim().toLowerCase();
    const value = declaration.slice(colon + 1).trim();
    if (colon < 1 || !properties.has(name) || value === "" || value.length > 200) continue;
    if (!harmless.test(value) || /url|expression|import|javascript/i.test(value)) continue;
    if (name.startsWith("margin") && /-\s*\d/.test(value)) continue;
    if (
      name === "display" &&
      !/^(?:none|block|inline|inline-block|table|table-row|table-cell|list-item)$/i.test(value)
    )
      continue;
    kept.push(`${name}:${value.replaceAll('"', "'")}`);
  }
  return kept.join(";");
}
