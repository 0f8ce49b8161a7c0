import { Fragment, type ReactNode } from "react";

/**
 * An article's plain text as paragraphs, lists ("- " or "1. ") and headings ("## "), with web addresses as
 * links. Everything becomes React text: nothing in an article can be markup.
 */
export function ArticleBody({ body }: { body: string }) {
  const blocks = body
    .replaceAll("\r\n", "\n")
    .split(/\n{2,}/)
    .filter((block) => block.trim() !== "");
  return (
    <div className="flex flex-col gap-4 leading-relaxed [&_a]:text-accent-text [&_a]:underline">
      {blocks.map((block, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an article is shown whole and never reordered
        <Block key={at} text={block.trim()} />
      ))}
    </div>
  );
}

function Block({ text }: { text: string }): ReactNode {
  const lines = text.split("\n");
  if (/^#{1,4} /.test(text)) {
    const rest = lines.slice(1).join("\n");
    return (
      <>
        <h2 className="pt-2 font-semibold text-lg">{lines[0]!.replace(/^#+ /, "")}</h2>
        {rest && <Block text={rest} />}
      </>
    );
  }
  if (lines.every((line) => /^[-*] /.test(line))) {
    return <ul className="list-disc space-y-1 pl-5">{items(lines, /^[-*] /)}</ul>;
  }
  if (lines.every((line) => /^\d+\. /.test(line))) {
    return <ol className="list-decimal space-y-1 pl-5">{items(lines, /^\d+\. /)}</ol>;
  }
  return (
    <p className="whitespace-pre-line">
      <WithLinks text={text} />
    </p>
  );
}

function items(lines: string[], mark: RegExp): ReactNode {
  return lines.map((line) => (
    <li key={line}>
      <WithLinks text={line.replace(mark, "")} />
    </li>
  ));
}

/** Addresses become links; what follows a sentence (".", ")") stays outside. */
export function WithLinks({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"')\]]*[^\s<>"')\].,;:!?])/g);
  return parts.map((part, at) =>
    at % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, never reordered
      <a key={at} href={part} rel="noopener noreferrer nofollow" target="_blank">
        {part}
      </a>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text, never reordered
      <Fragment key={at}>{part}</Fragment>
    ),
  );
}
