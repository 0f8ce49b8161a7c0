import { cx } from "../ui/cx.ts";
import { Input } from "../ui/input.tsx";
import { Select } from "../ui/select.tsx";
import type { FieldSpec } from "./field-spec.ts";

export type LinesFieldProps = {
  field: Extract<FieldSpec, { kind: "lines" }>;
  typed?: Record<string, string[]>;
};

/** Small fields side by side, one line a row; on a phone each line folds into two columns. */
export function LinesField({ field: { name, columns, rows, blank }, typed }: LinesFieldProps) {
  const places = Array.from({ length: rows.length + blank }, (_, place) => place);
  return (
    <div className="flex flex-col gap-2">
      {places.map((row) => (
        <div key={`${name}.${row}`} className="grid grid-cols-2 gap-2 sm:flex">
          {columns.map((column) => {
            const cell = `${name}.${row}.${column.name}`;
            const props = {
              name: cell,
              "aria-label": `${column.label} ${row + 1}`,
              defaultValue: typed ? (typed[cell]?.[0] ?? "") : (rows[row]?.[column.name] ?? ""),
            };
            const size = cx("min-w-0", column.wide ? "sm:flex-[2]" : "sm:flex-1");
            return column.options ? (
              <Select key={cell} {...props} className={size} options={column.options} />
            ) : (
              <span key={cell} className={size}>
                <Input
                  {...props}
                  maxLength={column.maxLength}
                  placeholder={column.label}
                  autoComplete="off"
                />
              </span>
            );
          })}
        </div>
      ))}
    </div>
  );
}
