import Link from "next/link";
import { cx } from "../ui/cx.ts";

export type BarLine = {
  key: string;
  label: string;
  value: number;
  /** Finished for reading; left out, the number itself. */
  shown?: string;
  href?: string;
  /** Over what it can carry. */
  over?: boolean;
};

/** Lengths beside names: read as a list, seen as a chart. */
export function BarList({
  lines,
  whole,
  tone,
}: {
  lines: readonly BarLine[];
  whole: number;
  tone: "plain" | "assistant";
}) {
  return (
    <ul className="flex flex-col gap-2.5">
      {lines.map(({ key, label, value, shown, href, over }) => (
        <li key={key} className="text-sm">
          <span className="flex justify-between gap-3">
            <span className="min-w-0 truncate">{label}</span>
            {href ? (
              <Link href={href} prefetch={false} className="tabular hover:underline">
                {shown ?? value}
              </Link>
            ) : (
              <span className="tabular text-muted">{shown ?? value}</span>
            )}
          </span>
          <span aria-hidden className="mt-1 block h-1.5 overflow-hidden rounded-full bg-sunken">
            <span
              className={cx(
                "block h-full rounded-full",
                over ? "bg-breach" : tone === "assistant" ? "bg-assistant" : "bg-accent",
              )}
              style={{ width: `${Math.min(100, whole === 0 ? 0 : (100 * value) / whole)}%` }}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}
