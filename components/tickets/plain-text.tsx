import { linkParts } from "./segments.ts";

/** What somebody wrote, line by line. Web addresses open elsewhere and learn nothing about us. */
export function PlainText({ text }: { text: string }) {
  return (
    <div dir="auto" className="keep-words whitespace-pre-wrap text-base">
      {linkParts(text).map((part, at) =>
        part.href ? (
          <a
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
            key={at}
            href={part.href}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="break-all text-accent-text underline decoration-line-strong underline-offset-2 hover:decoration-current"
          >
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </div>
  );
}
