import Link from "next/link";

export type BarPart = { key: string; label: string; value: number; colour: string; href?: string };

/** One bar of the whole, cut into its parts, with a legend that carries the numbers. */
export function StackedBar({ parts }: { parts: readonly BarPart[] }) {
  const total = parts.reduce((sum, { value }) => sum + value, 0);
  return (
    <>
      <div className="flex h-7 overflow-hidden rounded-md bg-sunken" aria-hidden>
        {parts
          .filter(({ value }) => value > 0)
          .map(({ key, value, colour }) => (
            <span key={key} style={{ width: `${(100 * value) / total}%`, background: colour }} />
          ))}
      </div>
      <ul className="mt-3 grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
        {parts.map(({ key, label, value, colour, href }) => (
          <li key={key} className="flex items-center gap-2">
            <span aria-hidden className="size-2.5 shrink-0 rounded-xs" style={{ background: colour }} />
            <span className="min-w-0 flex-1 truncate">{label}</span>
            {href && value > 0 ? (
              <Link href={href} prefetch={false} className="tabular hover:underline">
                {value}
              </Link>
            ) : (
              <span className="tabular text-muted">{value}</span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
