import type { ReactNode } from "react";

/** One message in the middle of a customer's page: sent, gone, failed. */
export function CalmPage({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions: ReactNode;
}) {
  return (
    <div className="mx-auto flex w-full max-w-xl flex-1 flex-col justify-center gap-3 px-4 py-20">
      <h1 className="font-semibold text-2xl tracking-tight">{title}</h1>
      <div className="text-pretty text-muted">{children}</div>
      <div className="mt-3 flex flex-wrap gap-2">{actions}</div>
    </div>
  );
}
