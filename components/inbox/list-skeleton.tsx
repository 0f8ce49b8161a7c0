"use client";
import { Skeleton } from "../ui/skeleton.tsx";

const rows = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

/** Rows on their way, of the size of rows. */
export function ListSkeleton() {
  return rows.map((row) => (
    <div key={row} aria-hidden className="flex flex-col gap-1.5 border-line border-b py-2.5 pr-3 pl-8">
      <Skeleton className="h-3.5 w-32" />
      <Skeleton className="h-3.5 w-full" />
      <Skeleton className="h-3.5 w-24" />
    </div>
  ));
}
