import sanitizeHtml from "sanitize-html";
import { flattenDeepHtml } from "./html-tree.ts";
import { safeStyle } from "./safe-style.ts";

export interface SanitizeOptions {
  /** The URL that serves an inline part, or null when the mail has no such part. */
  cidUrl: (contentId: string) => string | null;
  /** Null until the reader consents; then the URL of our proxy for a remote image. */
  remoteImageUrl: ((url: string) => string) | null;
}

export interface SanitizedHtml {
  html: string;
  /** Remote images that were not loaded; the address is in no attribute of the HTML. */
  blockedImages: number;
}

const longest = 2_000_000;

/**
 * Mail HTML that is safe to put into a sandboxed frame: an allowlist of tags, attributes and styles, nothing that runs,
 * submits, positions itself over the page or loads anything by itself. Made anew at each rendering; the mail as it
 * came is kept elsewhere.
 */
export function sanitizeEmailHtml(html: string, options: SanitizeOptions): SanitizedHtml {
  let blockedImages = 0;
  const image = (attributes: Attributes): Attributes => {
    const { src = "", ...rest } = attributes;
    const known = imageSource(src, options);
    if (known) return { ...rest, src: known };
    if (!isRemote(src)) return rest;
    blockedImages++;
    return { ...rest, "data-blocked": "remote-image" };
  };
  const clean = sanitizeHtml(flattenDeepHtml(html.slice(0, longest)), {
    allowedTags: tags,
    allowedAttributes: attributes,
    allowedSchemes: ["http", "https", "mailto", "tel"],
    allowedSchemesByTag: { img: ["http", "https", "data"] },
    allowProtocolRelative: false,
    parseStyleAttributes: false,
    disallowedTagsMode: "discard",
    nonTextTags: ["script", "style", "noscript", "title", "template", "applet", "object", "iframe"],
    nestingLimit: 400,
    transformTags: {
      "*": (tagName, attribs) => ({ tagName, attribs: withSafeStyle(attribs) }),
      a: (tagName, attribs) => ({ tagName, attribs: withSafeStyle(link(attribs)) }),
      img: (tagName, attribs) => ({ tagName, attribs: withSafeStyle(image(attribs)) }),
    },
  });
  return { html: clean, blockedImages };
}

type Attributes = Record<string, string>;

function withSafeStyle(attribs: Attributes): Attributes {
  if (attribs.style === undefined) return attribs;
  const { style, ...rest } = attribs;
  const kept = safeStyle(style);
  return kept === "" ? rest : { ...rest, style: kept };
}

/** Shows where a link goes, and opens it apart from the desk. */
function link(attribs: Attributes): Attributes {
  const { href, title: _title, ...rest } = attribs;
  if (href === undefined) return rest;
  const target = href.trim().replaceAll("\\", "/");
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(target)) return rest;
  return {
    ...rest,
    href: target,
    title: target.slice(0, 500),
    target: "_blank",
    rel: "noopener noreferrer nofollow",
  };
}

function imageSource(src: string, options: SanitizeOptions): string | null {
  const url = src.trim();
  if (/^cid:/i.test(url)) return options.cidUrl(decodeSafely(url.slice(4)));
  if (/^data:image\/(?:png|gif|jpeg|webp);base64,[a-z0-9+/=\s]+$/i.test(url)) return url;
  return isRemote(url) && options.remoteImageUrl ? options.remoteImageUrl(absolute(url)) : null;
}

function isRemote(src: string): boolean {
  return /^\s*(?:https?:)?[/\\]{2}/i.test(src);
}

function absolute(url: string): string {
  const slashes = url.replaceAll("\\", "/");
  return slashes.startsWith("//") ? `https:${slashes}` : slashes;
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const tags = (
  "a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn div " +
  "dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp " +
  "section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr"
).split(" ");

const cell = ["colspan", "rowspan", "align", "valign", "width", "height", "bgcolor", "nowrap"];

const attributes: Record<string, string[]> = {
  "*": ["style", "dir", "lang", "align"],
  a: ["href", "title", "target", "rel"],
  img: ["src", "alt", "width", "height", "border", "data-blocked"],
  font: ["color", "face", "size"],
  table: ["border", "cellpadding", "cellspacing", "width", "height", "bgcolor"],
  tr: ["valign", "bgcolor", "height"],
  td: cell,
  th: cell,
  col: ["span", "width"],
  colgroup: ["span", "width"],
  ol: ["start", "type", "reversed"],
  ul: ["type"],
  li: ["value", "type"],
};
