"use client";
import { Switch as Base } from "@base-ui/react/switch";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type SwitchProps = Omit<Base.Root.Props, "className" | "children"> & {
  /** Shown before it. Without one, give `aria-label`. */
  children?: ReactNode;
  hint?: ReactNode;
  className?: string;
};

export function Switch({ children, hint, className, ...rest }: SwitchProps) {
  const toggle = (
    <Base.Root
      className="relative h-4.5 w-8 shrink-0 rounded-full bg-line-control transition-colors duration-100 data-[checked]:bg-accent data-[disabled]:opacity-50"
      {...rest}
    >
      <Base.Thumb className="block size-3.5 translate-x-0.5 rounded-full bg-canvas transition-transform duration-100 data-[checked]:translate-x-4" />
    </Base.Root>
  );
  if (children === undefined) return <span className={cx("inline-flex", className)}>{toggle}</span>;
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the Base UI switch inside
    <label className={cx("flex cursor-pointer items-start justify-between gap-4 text-sm", className)}>
      <span>
        {children}
        {hint && <span className="block text-muted text-xs">{hint}</span>}
      </span>
      <span className="flex h-5 items-center">{toggle}</span>
    </label>
  );
}
