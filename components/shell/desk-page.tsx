import type { ReactNode } from "react";

/** The frame of a desk page that is not the inbox. */
export function DeskPage({ children }: { children: ReactNode }) {
  return <div className="mx-auto w-full max-w-6xl px-4 py-6 sm:px-8">{children}</div>;
}
