import { safeStyle } from "./safe-style.ts";

export interface ImageSources {
  /** The URL that serves an inline part, or null when the mail has no such part. */
  cidUrl: (contentId: string) => string | null;
  /** Null until the reader consents; then the URL of our proxy for a remote image. */
  remoteImageUrl: ((url: string) => string) | null;
}

export interface AttributeRules {
  /** ` name="value"` as it may stand in the tag, or "". */
  write(tag: string, name: string, value: string): string;
  blockedImages(): number;
}

/** Mails repeat a handful of styles thousands of times. */
const mostStyles = 1000;

export function attributeRules(sources: ImageSources): AttributeRules {
  const styles = new Map<string, string>();
  let blocked = 0;

  function style(value: string): string {
    const known = styles.get(value);
    if (known !== undefined) return known;
    const kept = safeStyle(value);
    const written = kept === "" ? "" : attribute("style", kept);
    if (styles.size < mostStyles) styles.set(value, written);
    return written;
  }

  function image(value: string): string {
    const url = value.trim();
    const shown = imageSource(url, sources);
    if (shown !== null) return attribute("src", shown);
    if (!isRemote(url)) return "";
    blocked++;
    return attribute("data-blocked", "remote-image");
  }

  return {
    write(tag, name, value) {
      if (name === "style") return style(value);
      if (tag === "a" && name === "href") return link(value);
      if (tag === "img" && name === "src") return image(value);
      return attribute(name, value.slice(0, 1000));
    },
    blockedImages: () => blocked,
  };
}

/** Shows where a link goes, and opens it apart from the desk. */
function link(href: string): string {
  const target = href.trim().replaceAll("\\", "/");
  if (!/^(?:https?:\/\/|mailto:|tel:)/i.test(target)) return "";
  const shown = attribute("href", target) + attribute("title", target.slice(0, 500));
  return `${shown} target="_blank" rel="noopener noreferrer nofollow"`;
}

function imageSource(url: string, { cidUrl, remoteImageUrl }: ImageSources): string | null {
  if (/^cid:/i.test(url)) return cidUrl(decodeSafely(url.slice(4)));
  if (/^data:image\/(?:png|gif|jpeg|webp);base64,[a-z0-9+/=\s]+$/i.test(url)) return url;
  return isRemote(url) && remoteImageUrl ? remoteImageUrl(absolute(url)) : null;
}

function isRemote(url: string): boolean {
  return /^(?:https?:)?[/\\]{2}/i.test(url);
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

function attribute(name: string, value: string): string {
  return ` ${name}="${escapeAttribute(value)}"`;
}

function escapeAttribute(value: string): string {
  if (!/[&<>"]/.test(value)) return value;
  return value
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
