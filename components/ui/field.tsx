import { cloneElement, type ReactElement, type ReactNode, useId } from "react";
import { cx } from "./cx.ts";

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** Shown in place of nothing; marks the control as invalid. */
  error?: ReactNode;
  /** Said beside the label, e.g. "optional". */
  aside?: ReactNode;
  /** One control: Input, Textarea, Select. It is given id, aria-describedby and aria-invalid. */
  children: ReactElement<{ id?: string; "aria-describedby"?: string; "aria-invalid"?: boolean }>;
  className?: string;
};

/** A label, its control, a hint and an error, tied together for screen readers. Works without JavaScript. */
export function Field({ label, hint, error, aside, children, className }: FieldProps) {
  const made = useId();
  const id = children.props.id ?? made;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className={cx("flex flex-col gap-1", className)}>
      <label htmlFor={id} className="flex justify-between gap-2 font-medium text-sm">
        {label}
        {aside && <span className="font-normal text-faint text-xs">{aside}</span>}
      </label>
      {cloneElement(children, {
        id,
        "aria-describedby": described || undefined,
        "aria-invalid": error ? true : undefined,
      })}
      {hint && (
        <p id={`${id}-hint`} className="text-muted text-xs">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-breach-text text-xs">
          {error}
        </p>
      )}
    </div>
  );
}
