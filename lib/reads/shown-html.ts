import { shownFileToken } from "#lib/crypto/shown-file.ts";
import type { Context } from "#lib/services/context.ts";

export interface ShownHtml {
  html: string;
  /** Remote images that wait for the reader's consent. */
  blockedImages: number;
}

type InlineFile = { id: string; contentId: string | null };

/**
 * Gives the stand-ins of the sanitised HTML their addresses: `/cid/…` for a part of the mail (RFC 2392), `/remote/…` for a
 * picture elsewhere, the latter only when it is in `images`, which the reader's consent fills. The rest of the
 * mail cannot name either: the sanitiser lets no other source through.
 */
export function shownHtml(
  ctx: Pick<Context, "config" | "now">,
  html: string,
  files: readonly InlineFile[],
  images: ReadonlyMap<string, string> = new Map(),
): ShownHtml {
  let blockedImages = 0;
  const address = (file: Parameters<typeof shownFileToken>[1]) =>
    `src="/api/images/${shownFileToken(ctx.config.secret, file, ctx.now)}"`;
  const shown = html.replace(
    /\bsrc=(["'])\/(cid|remote)\/([^"'\s]{0,4000})\1/g,
    (_, _quote: string, kind: "cid" | "remote", name: string) => {
      const file = kind === "cid" && files.find(({ contentId }) => sameId(contentId, name));
      if (file) return address({ kind: "attachment", id: file.id });
      const id = kind === "remote" && images.get(remoteUrl(name));
      if (id) return address({ kind: "image", id });
      if (kind === "remote") blockedImages++;
      return 'data-blocked="remote-image"';
    },
  );
  return { html: shown, blockedImages };
}

function sameId(contentId: string | null, written: string): boolean {
  return contentId !== null && contentId.toLowerCase() === decodeSafely(written).toLowerCase();
}

function remoteUrl(name: string): string {
  return Buffer.from(name, "base64url").toString("utf8");
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
