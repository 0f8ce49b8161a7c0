import type { Piece } from "#lib/domain/search/highlight.ts";

/** A text with the words that a search found marked. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, hit }, at) => {
    const key = at;
    return hit ? (
      <mark key={key} className="bg-accent-soft text-ink underline decoration-accent underline-offset-2">
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    );
  });
}
