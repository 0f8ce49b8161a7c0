import { Skeleton } from "#components/ui/skeleton.tsx";

const rows = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"];

export default function InboxLoading() {
  return (
    <div aria-hidden className="flex h-full">
      <div className="h-full w-full shrink-0 border-line lg:w-(--list-width) lg:border-r">
        <div className="flex h-12 items-center border-line border-b px-4">
          <Skeleton className="h-4 w-28" />
        </div>
        {rows.map((row) => (
          <div key={row} className="flex flex-col gap-2 border-line border-b py-3 pr-3 pl-8">
            <Skeleton className="h-3.5 w-32" />
            <Skeleton className="h-3.5 w-full" />
            <Skeleton className="h-3 w-24" />
          </div>
        ))}
      </div>
    </div>
  );
}
