import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";

/** A plain table that scrolls sideways on a narrow screen. `caption` is read, not shown. */
export function Table({
  caption,
  className,
  children,
  ...rest
}: ComponentProps<"table"> & { caption: string }) {
  return (
    // `relative` keeps the hidden words of a wide table in the region; else the page itself scrolls sideways.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="relative w-full overflow-x-auto" aria-label={caption} tabIndex={0}>
      <table className={cx("w-full border-collapse text-sm", className)} {...rest}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

export function TableHead({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <thead className={cx("border-line border-b text-left text-faint text-xs", className)}>
      <tr>{children}</tr>
    </thead>
  );
}

export function TableHeader({ numeric, className, ...rest }: ComponentProps<"th"> & { numeric?: boolean }) {
  return (
    <th
      scope="col"
      className={cx(
        "h-8 whitespace-nowrap px-3 font-medium first:pl-0 last:pr-0",
        numeric && "text-right",
        className,
      )}
      {...rest}
    />
  );
}

export function TableBody({ className, children }: { className?: string; children: ReactNode }) {
  return <tbody className={cx("divide-y divide-line", className)}>{children}</tbody>;
}

export function TableRow({ className, ...rest }: ComponentProps<"tr">) {
  return <tr className={cx("hover:bg-hover", className)} {...rest} />;
}

export function TableCell({ numeric, className, ...rest }: ComponentProps<"td"> & { numeric?: boolean }) {
  return (
    <td
      className={cx("h-11 px-3 py-1.5 first:pl-0 last:pr-0", numeric && "tabular text-right", className)}
      {...rest}
    />
  );
}
