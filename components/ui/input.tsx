import type { ComponentProps } from "react";
import { cx } from "./cx.ts";

export const controlClass =
  "w-full rounded-md border border-line-control/50 bg-canvas px-2.5 text-ink text-sm transition-colors duration-75 hover:border-line-control focus-visible:border-accent focus-visible:outline-1 focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-faint aria-invalid:border-breach pointer-coarse:text-md";

export type InputProps = Omit<ComponentProps<"input">, "size"> & { size?: "md" | "lg" };

export function Input({ className, size = "md", ...rest }: InputProps) {
  return (
    <input
      className={cx(controlClass, size === "lg" ? "h-11 text-md" : "h-8 pointer-coarse:h-11", className)}
      {...rest}
    />
  );
}
