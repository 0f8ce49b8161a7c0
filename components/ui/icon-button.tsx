import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";
import { Tooltip } from "./tooltip.tsx";

export type IconButtonProps = Omit<ComponentProps<"button">, "children"> & {
  /** The accessible name, and the tooltip. */
  label: string;
  /** Key that does the same, shown in the tooltip. */
  shortcut?: string;
  children: ReactNode;
};

/** A square button with an icon; 28 px for a mouse, 44 px where a finger is the pointer. */
export function IconButton({
  label,
  shortcut,
  className,
  children,
  type = "button",
  ...rest
}: IconButtonProps) {
  return (
    <Tooltip label={label} shortcut={shortcut}>
      <button
        type={type}
        aria-label={label}
        className={cx(
          "inline-flex size-7 shrink-0 items-center justify-center rounded-md text-muted transition-colors duration-75 hover:bg-hover hover:text-ink active:bg-pressed disabled:opacity-40 aria-pressed:bg-pressed aria-pressed:text-ink data-[popup-open]:bg-hover pointer-coarse:size-11 [&_svg]:size-4",
          className,
        )}
        {...rest}
      >
        {children}
      </button>
    </Tooltip>
  );
}
