import { cx } from "../ui/cx.ts";

export type ModeOption = { value: string; label: string; hint: string };
export type ModeSwitchProps = {
  label: string;
  action: (form: FormData) => Promise<void>;
  value: string;
  options: readonly ModeOption[];
};

/** Four buttons of a plain form, of which one is pressed. */
export function ModeSwitch({ label, action, value, options }: ModeSwitchProps) {
  return (
    <form action={action}>
      <fieldset className="inline-flex overflow-hidden rounded-md border border-line-strong">
        <legend className="sr-only">{label}</legend>
        {options.map((option) => (
          <button
            key={option.value}
            type="submit"
            name="mode"
            value={option.value}
            title={option.hint}
            aria-pressed={option.value === value}
            className={cx(
              "h-7 border-line-strong border-r px-2.5 text-xs last:border-r-0 pointer-coarse:h-11",
              option.value === value
                ? option.value === "off"
                  ? "bg-pressed font-medium text-ink"
                  : "bg-assistant-soft font-medium text-assistant-text"
                : "text-muted hover:bg-hover hover:text-ink",
            )}
          >
            {option.label}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
