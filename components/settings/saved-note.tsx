import type { ReactNode } from "react";

/** Says above a page of settings that what was sent is kept. */
export function SavedNote({ children }: { children: ReactNode }) {
  return (
    <p role="status" className="mb-4 rounded-md bg-accent-soft px-3 py-2 text-sm">
      {children}
    </p>
  );
}
