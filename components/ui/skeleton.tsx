import { cx } from "./cx.ts";

/** A grey bar of the size of what is coming. Give width and height by class. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cx("block animate-pulse rounded-sm bg-pressed/70", className)} />;
}
