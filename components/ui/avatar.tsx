import { Sparkle } from "lucide-react";
import { cx } from "./cx.ts";

export type AvatarProps = {
  name: string;
  size?: "sm" | "md" | "lg";
  /** The machine wears its own sign. */
  kind?: "person" | "assistant";
  className?: string;
};

const sizes = { sm: "size-5 text-[9px]", md: "size-7 text-2xs", lg: "size-9 text-xs" };

/** Decoration: the name must stand beside it as text. */
export function Avatar({ name, size = "md", kind = "person", className }: AvatarProps) {
  return (
    <span
      aria-hidden
      className={cx(
        "inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold",
        kind === "assistant" ? "bg-assistant-soft text-assistant-text" : "bg-pressed text-muted",
        sizes[size],
        className,
      )}
    >
      {kind === "assistant" ? <Sparkle className="size-1/2 fill-current" /> : initials(name)}
    </span>
  );
}

/** Two letters of a Latin name; of a Korean one the given name, as people there do. */
export function initials(name: string): string {
  const clean = name.trim();
  if (/^\p{Script=Hangul}{2,4}$/u.test(clean)) return clean.length > 2 ? clean.slice(-2) : clean;
  const words = clean.split(/[\s._@-]+/u).filter((word) => /^\p{L}|\p{N}/u.test(word));
  const first = [...(words[0] ?? "?")][0] ?? "?";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toUpperCase();
}
