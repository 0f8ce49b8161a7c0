import type { ComponentProps } from "react";
import { cx } from "../ui/cx.ts";

type ChipProps = ComponentProps<"button"> & { name: string; loud?: boolean };

/** `name` says what the value is of. */
export function Chip({ name, loud, className, children, ...rest }: ChipProps) {
  return (
    <button
      type="button"
      title={name}
      className={cx(
        "inline-flex h-7 max-w-36 shrink-0 items-center gap-1.5 rounded-md px-1.5 text-xs hover:bg-hover disabled:hover:bg-transparent data-[popup-open]:bg-hover pointer-coarse:h-11 [&_svg]:size-3.5 [&_svg]:shrink-0",
        loud ? "text-breach-text" : "text-muted",
        className,
      )}
      {...rest}
    >
      <span className="sr-only">{name}: </span>
      <span className="inline-flex min-w-0 items-center gap-1.5 truncate">{children}</span>
    </button>
  );
}
