"use client";
import { Check, Minus } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";

export type CheckboxProps = Omit<ComponentProps<"input">, "type" | "checked" | "className" | "children"> & {
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  indeterminate?: boolean;
  /** Shown beside it. Without one, give `aria-label`. */
  children?: ReactNode;
  hint?: ReactNode;
  className?: string;
};

/** The browser's own checkbox, dressed. */
export function Checkbox({
  children,
  hint,
  className,
  indeterminate = false,
  onCheckedChange,
  ...rest
}: CheckboxProps) {
  const Mark = indeterminate ? Minus : Check;
  const box = (
    <span className="relative inline-flex size-4 shrink-0">
      <input
        type="checkbox"
        ref={(input) => {
          if (input) input.indeterminate = indeterminate;
        }}
        onChange={(event) => onCheckedChange(event.target.checked)}
        className="peer size-4 appearance-none rounded-sm border border-line-control bg-canvas checked:border-accent checked:bg-accent indeterminate:border-accent indeterminate:bg-accent disabled:opacity-50"
        {...rest}
      />
      <Mark
        aria-hidden
        strokeWidth={3}
        className="pointer-events-none absolute inset-0.5 hidden size-3 text-accent-ink peer-checked:block peer-indeterminate:block"
      />
    </span>
  );
  if (children === undefined) return <span className={cx("inline-flex", className)}>{box}</span>;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is inside
    <label className={cx("flex cursor-pointer items-start gap-2 text-sm", className)}>
      <span className="flex h-5 items-center">{box}</span>
      <span>
        {children}
        {hint && <span className="block text-muted text-xs">{hint}</span>}
      </span>
    </label>
  );
}
