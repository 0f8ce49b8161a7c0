import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cx } from "./cx.ts";
import { controlClass } from "./input.tsx";

export type SelectOption = { value: string; label: string; disabled?: boolean };
export type SelectProps = Omit<ComponentProps<"select">, "size"> & {
  options: readonly SelectOption[];
  size?: "md" | "lg";
};

/** The browser's own select, dressed: works without JavaScript and opens the phone's picker. */
export function Select({ options, className, size = "md", ...rest }: SelectProps) {
  return (
    <span className={cx("relative block", className)}>
      <select
        className={cx(
          controlClass,
          "appearance-none pr-8",
          size === "lg" ? "h-11 text-md" : "h-8 pointer-coarse:h-11",
        )}
        {...rest}
      >
        {options.map(({ value, label, disabled }) => (
          <option key={value} value={value} disabled={disabled}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-faint"
      />
    </span>
  );
}
