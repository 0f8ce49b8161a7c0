import type { ComponentProps } from "react";
import { cx } from "./cx.ts";
import { controlClass } from "./input.tsx";

export type TextareaProps = ComponentProps<"textarea"> & { size?: "md" | "lg" };

/** Grows with its text where the browser can (`field-sizing`), up to half the screen. */
export function Textarea({ className, size = "md", rows = 3, ...rest }: TextareaProps) {
  return (
    <textarea
      rows={rows}
      className={cx(
        controlClass,
        "max-h-[50vh] resize-y py-1.5 leading-relaxed [field-sizing:content]",
        size === "lg" && "px-3 py-2.5 text-md",
        className,
      )}
      {...rest}
    />
  );
}
