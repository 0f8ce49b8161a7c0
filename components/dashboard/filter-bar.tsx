import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Select, type SelectOption } from "../ui/select.tsx";

export type FilterControl = { name: string; label: string; value: string; options: readonly SelectOption[] };

/** A plain GET form: every view of the dashboard has an address. */
export function FilterBar({
  label,
  controls,
  show,
}: {
  label: string;
  controls: readonly FilterControl[];
  show: string;
}) {
  return (
    <form
      key={JSON.stringify(controls.map(({ value }) => value))}
      action="/dashboard"
      aria-label={label}
      className="flex flex-wrap items-end gap-2 pb-5"
    >
      {controls.map(({ name, label: title, value, options }) => (
        <Field key={name} label={title} className="min-w-32 flex-1 sm:max-w-44">
          <Select name={name} defaultValue={value} options={options} />
        </Field>
      ))}
      <Button type="submit">{show}</Button>
    </form>
  );
}
