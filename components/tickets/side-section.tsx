import type { ReactNode } from "react";

/** One block of the right column. */
export function SideSection({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="border-line border-b px-4 py-3 last:border-b-0">
      <h2 className="mb-2 flex items-center justify-between gap-2 font-medium text-faint text-xs">
        {title}
        {aside}
      </h2>
      {children}
    </section>
  );
}
