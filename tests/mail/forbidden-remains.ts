/**
 * What is in the document that no mail may leave there, as the browser understood it and not as it was written; and the
 * words that are to be seen. Runs in the page, so it uses nothing from outside.
 */
export function forbiddenIn(origin: string): { remains: string[]; text: string } {
  const remains: string[] = [];
  const tags =
    "script style iframe frame frameset object embed applet form input button select textarea option svg math base link template video audio source track picture portal canvas dialog marquee noscript xmp plaintext title";
  const attributes =
    /^(?:on.*|id|name|class|srcset|background|poster|srcdoc|action|formaction|data|ping|xlink:href|autofocus|tabindex|contenteditable|usemap|is|slot|part|nonce)$/;
  const ours = new Set<Element>([
    document.documentElement,
    document.head,
    document.body,
    ...document.head.querySelectorAll("meta"),
  ]);
  if (document.head.querySelectorAll(":not(meta)").length > 0) remains.push("an element in the head");
  if (document.querySelectorAll("meta").length > 3) remains.push("meta");
  for (const element of document.querySelectorAll("*")) {
    const tag = element.localName;
    if (element.namespaceURI !== "http://www.w3.org/1999/xhtml" || tags.split(" ").includes(tag))
      remains.push(`<${tag}>`);
    if (tag === "meta" && element.parentElement !== document.head) remains.push("<meta> in the body");
    for (const { name, value } of element.attributes) {
      if (ours.has(element) && !/^on/.test(name)) continue;
      const said = `${tag}[${name}=${value.slice(0, 80)}]`;
      if (attributes.test(name)) remains.push(said);
      if (
        name === "style" &&
        /url\(|expression|javascript|position\s*:|behavior|binding|@import|image-set|var\(|\\/i.test(value)
      )
        remains.push(said);
      const resolved = /^(?:href|src|cite|longdesc)$/.test(name) ? new URL(value, `${origin}/x/`) : null;
      if (
        resolved &&
        name === "src" &&
        !/^(?:\/api\/images\/|data:image\/(?:png|gif|jpeg|webp);)/.test(value)
      )
        remains.push(said);
      if (resolved && name !== "src" && !/^(?:https?|mailto|tel):$/.test(resolved.protocol))
        remains.push(said);
    }
  }
  // biome-ignore lint/performance/useDomNodeTextContent: words that are not shown are lost.
  return { remains, text: document.body.innerText };
}
