import type { ComponentProps } from "react";
import { cx } from "./cx.ts";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger" | "assistant";
export type ButtonSize = "sm" | "md" | "lg";

const base =
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium transition-colors duration-75 disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:opacity-50";

const looks: Record<ButtonLook, string> = {
  primary: "bg-accent text-accent-ink hover:bg-accent-hover",
  secondary: "border border-line-strong bg-canvas text-ink hover:bg-hover active:bg-pressed",
  quiet: "text-muted hover:bg-hover hover:text-ink active:bg-pressed data-[popup-open]:bg-hover",
  danger: "bg-breach text-breach-ink hover:bg-breach-hover",
  assistant: "border border-assistant-line bg-assistant-soft text-assistant-text hover:border-assistant",
};

const sizes: Record<ButtonSize, string> = {
  sm: "h-7 px-2 text-xs [&_svg]:size-3.5",
  md: "h-8 px-3 text-sm [&_svg]:size-4",
  lg: "h-11 px-4 text-md [&_svg]:size-5",
};

/** The classes alone, for a link that looks like a button. */
export function buttonClass(look: ButtonLook = "secondary", size: ButtonSize = "md"): string {
  return cx(base, looks[look], sizes[size]);
}

export type ButtonProps = ComponentProps<"button"> & { look?: ButtonLook; size?: ButtonSize };

/** `lg` is for the customer's pages and for thumbs. */
export function Button({ look, size, className, type = "button", ...rest }: ButtonProps) {
  return <button type={type} className={cx(buttonClass(look, size), className)} {...rest} />;
}
