import { type Inline, isPlain, mapInlines, type RichDocument } from "#lib/domain/writing/document.ts";
import { documentHtml, documentText } from "#lib/domain/writing/render-document.ts";
import type { Context } from "../context.ts";
import { invalid } from "../errors.ts";
import { placePictures } from "./own-files.ts";

export type WrittenWords = {
  body: string;
  /** Null for plain words. */
  document: RichDocument | null;
  /** For the thread: pictures by `/cid/`, as in mail that came in. */
  html: string | null;
  /** For the mail: pictures by `cid:`. */
  mailHtml: string | null;
  pictures: ReturnType<typeof placePictures>["pictures"];
};

/** Words and look of one message from what its writer handed over, by the one renderer. Throws `invalid`. */
export function writtenWords(
  ctx: Context,
  { body, document: given }: { body: string; document: RichDocument | null },
): WrittenWords {
  const written = given && mapInlines(given, asWords);
  if (!written || isPlain(written)) {
    const plain = (written ? documentText(written) : body).trim();
    if (!plain) throw invalid("Write something first.", { body: "empty" });
    return { body: plain, document: null, html: null, mailHtml: null, pictures: [] };
  }
  const { document, pictures } = placePictures(ctx, written);
  const text = documentText(document).trim();
  if (!text) throw invalid("Write something first.", { body: "empty" });
  return {
    body: text,
    document,
    html: documentHtml(document, (file) => `/cid/${encodeURIComponent(file)}`),
    mailHtml: documentHtml(document, (file) => `cid:${file}`),
    pictures,
  };
}

/** Whom a note names is kept beside it; in the words a mention is a name. */
function asWords(one: Inline): Inline {
  return one.type === "mention" ? { type: "text", text: `@${one.name}` } : one;
}
