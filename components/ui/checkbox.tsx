"use client";
import { Checkbox as Base } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type CheckboxProps = Omit<Base.Root.Props, "className" | "children"> & {
  /** Shown beside it. Without one, give `aria-label`. */
  children?: ReactNode;
  hint?: ReactNode;
  className?: string;
};

export function Checkbox({ children, hint, className, ...rest }: CheckboxProps) {
  const box = (
    <Base.Root
      className="flex size-4 shrink-0 items-center justify-center rounded-sm border border-line-control bg-canvas text-accent-ink data-[checked]:border-accent data-[indeterminate]:border-accent data-[checked]:bg-accent data-[indeterminate]:bg-accent data-[disabled]:opacity-50"
      {...rest}
    >
      <Base.Indicator className="data-[unchecked]:hidden">
        {rest.indeterminate ? (
          <Minus className="size-3" strokeWidth={3} />
        ) : (
          <Check className="size-3" strokeWidth={3} />
        )}
      </Base.Indicator>
    </Base.Root>
  );
  if (children === undefined) return <span className={cx("inline-flex", className)}>{box}</span>;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the Base UI checkbox inside
    <label className={cx("flex cursor-pointer items-start gap-2 text-sm", className)}>
      <span className="flex h-5 items-center">{box}</span>
      <span>
        {children}
        {hint && <span className="block text-muted text-xs">{hint}</span>}
      </span>
    </label>
  );
}
