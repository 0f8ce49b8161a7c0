import { ListSkeleton } from "#components/inbox/list-skeleton.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default function InboxLoading() {
  return (
    <div aria-hidden className="flex h-full">
      <div className="h-full w-full shrink-0 border-line lg:w-(--list-width) lg:border-r">
        <div className="flex h-12 items-center border-line border-b px-4">
          <Skeleton className="h-4 w-28" />
        </div>
        <ListSkeleton />
      </div>
    </div>
  );
}
