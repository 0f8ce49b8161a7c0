"use client";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Select } from "../ui/select.tsx";
import { Textarea } from "../ui/textarea.tsx";
import type { FieldSpec } from "./field-spec.ts";
import { LinesField } from "./lines-field.tsx";

export type SettingsFieldProps = {
  field: FieldSpec;
  error?: string;
  typed?: Record<string, string[]>;
};

/** One described field, with what was typed before a refusal in place of what is kept. */
export function SettingsField({ field, error, typed }: SettingsFieldProps) {
  const { name, label, hint } = field;
  const again = typed && (typed[name] ?? []);
  const around = { label, hint, error };
  switch (field.kind) {
    case "text":
    case "email":
    case "password":
    case "time":
      return (
        <Field {...around}>
          <Input
            name={name}
            type={field.kind}
            defaultValue={again?.[0] ?? field.value}
            required={field.required}
            maxLength={field.maxLength}
            readOnly={field.readOnly}
            autoComplete={field.kind === "password" ? "new-password" : "off"}
          />
        </Field>
      );
    case "colour":
      return (
        <Field {...around}>
          <input
            type="color"
            name={name}
            defaultValue={again?.[0] ?? field.value}
            className="h-9 w-16 cursor-pointer rounded-md border border-line-control/50 bg-canvas p-1"
          />
        </Field>
      );
    case "number":
      return (
        <Field {...around}>
          <Input
            name={name}
            type="number"
            inputMode="decimal"
            min={field.min}
            max={field.max}
            step={field.step ?? 1}
            defaultValue={again?.[0] ?? field.value ?? ""}
            className="max-w-32"
          />
        </Field>
      );
    case "textarea":
      return (
        <Field {...around}>
          <Textarea
            name={name}
            style={{ minHeight: `${1.5 * (field.rows ?? 3) + 1}rem` }}
            required={field.required}
            maxLength={field.maxLength}
            defaultValue={again?.[0] ?? field.value}
          />
        </Field>
      );
    case "select":
      return (
        <Field {...around}>
          <Select
            name={name}
            defaultValue={again?.[0] ?? field.value}
            options={field.options}
            className="max-w-80"
          />
        </Field>
      );
    case "file":
      return (
        <Field {...around}>
          <input type="file" name={name} accept={field.accept} className="text-sm" />
        </Field>
      );
    case "grid":
      return (
        <Group label={label} hint={hint} error={error} wide>
          <table className="w-full text-sm">
            <thead>
              <tr>
                <td />
                {field.columns.map((column) => (
                  <th
                    key={column.value}
                    scope="col"
                    className="px-1 pb-1 text-left font-normal text-muted text-xs"
                  >
                    {column.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {field.rows.map((row) => (
                <tr key={row.value}>
                  <th scope="row" className="pr-2 text-left font-normal">
                    {row.label}
                  </th>
                  {field.columns.map((column) => {
                    const cell = `${row.value}.${column.value}`;
                    return (
                      <td key={column.value} className="p-1">
                        <Input
                          name={cell}
                          type="number"
                          inputMode="numeric"
                          aria-label={`${row.label} · ${column.label}`}
                          min={field.min}
                          max={field.max}
                          defaultValue={typed ? (typed[cell]?.[0] ?? "") : (field.values[cell] ?? "")}
                        />
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Group>
      );
    case "lines":
      return (
        <Group label={label} hint={hint} error={error} wide>
          <LinesField field={field} typed={typed} />
        </Group>
      );
    case "heading":
      return (
        <div className="mt-2 border-line border-t pt-4">
          <h3 className="font-semibold text-sm">{label}</h3>
          {hint && <p className="text-muted text-xs">{hint}</p>}
        </div>
      );
    case "check":
      return (
        <label className="flex min-h-8 items-center gap-2 text-sm">
          <input
            type="checkbox"
            name={name}
            defaultChecked={again ? again.length > 0 : field.value}
            className="size-4"
          />
          <span>
            {label}
            {hint && <span className="block text-muted text-xs">{hint}</span>}
          </span>
        </label>
      );
    case "checks":
      return (
        <Group label={label} hint={hint} error={error}>
          {field.options.map((option) => (
            <label key={option.value} className="flex min-h-8 items-center gap-2 text-sm">
              <input
                type="checkbox"
                name={name}
                value={option.value}
                defaultChecked={(again ?? field.values).includes(option.value)}
                className="size-4"
              />
              {option.label}
            </label>
          ))}
        </Group>
      );
    case "levels":
      return (
        <Group label={label} hint={hint} error={error}>
          {field.options.map((option) => (
            <Field key={option.value} label={option.label} className="pb-1">
              <Select
                name={`${name}.${option.value}`}
                defaultValue={typed?.[`${name}.${option.value}`]?.[0] ?? field.values[option.value] ?? ""}
                options={field.choices}
                className="max-w-40"
              />
            </Field>
          ))}
        </Group>
      );
  }
}

function Group({
  label,
  hint,
  error,
  wide,
  children,
}: {
  label: string;
  hint?: string;
  error?: string;
  /** Not in two columns. */
  wide?: boolean;
  children: React.ReactNode;
}) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 font-medium text-sm">{label}</legend>
      {hint && <p className="text-muted text-xs">{hint}</p>}
      <div className={wide ? "overflow-x-auto" : "grid gap-x-8 sm:grid-cols-2"}>{children}</div>
      {error && (
        <p role="alert" className="text-breach-text text-xs">
          {error}
        </p>
      )}
    </fieldset>
  );
}
