import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cx } from "../ui/cx.ts";

export type FigureProps = {
  label: string;
  /** Finished for reading: "24", "2h 10m", "63%". */
  value: string;
  /** "of 96", "median". */
  beside: string;
  /** "was 18". */
  was: string;
  /** Where it went since the period before; `good` says whether that is welcome. */
  change: { direction: "up" | "down" | "same"; good: boolean | null } | null;
  how: string;
  howLabel: string;
  href: string;
  hrefLabel: string;
  /** The assistant's own figures wear its colour. */
  assistant?: boolean;
};

const arrows = { up: ArrowUpRight, down: ArrowDownRight, same: ArrowRight };

/** One number with what it is out of, what it was before, how it is counted, and the tickets behind it. */
export function Figure(props: FigureProps): ReactNode {
  const { label, value, beside, was, change, how, howLabel, href, hrefLabel, assistant } = props;
  const Arrow = change && arrows[change.direction];
  return (
    <section className={cx("rounded-lg border p-4", assistant ? "border-assistant-line" : "border-line")}>
      <h2 className={cx("text-sm", assistant ? "text-assistant-text" : "text-muted")}>{label}</h2>
      <p className="mt-1 flex flex-wrap items-baseline gap-x-2">
        <Link
          href={href}
          prefetch={false}
          className="tabular font-semibold text-2xl tracking-tight hover:underline"
          title={hrefLabel}
        >
          {value}
        </Link>
        <span className="text-muted text-xs">{beside}</span>
      </p>
      <p className="mt-1 flex items-center gap-1 text-muted text-xs">
        {Arrow && (
          <Arrow
            aria-hidden
            className={cx("size-3.5", change.good === false ? "text-breach-text" : "text-muted")}
          />
        )}
        {was}
      </p>
      <How label={howLabel}>{how}</How>
    </section>
  );
}

/** "How it is counted", one click away. */
export function How({ label, children }: { label: string; children: ReactNode }) {
  return (
    <details className="mt-2 text-xs">
      <summary className="inline-block text-faint hover:text-ink">{label}</summary>
      <p className="mt-1 max-w-prose text-pretty text-muted">{children}</p>
    </details>
  );
}
