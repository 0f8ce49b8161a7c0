import type { ReactNode } from "react";

/** Something about the mail as a whole that a person has to know. */
export function MailNotice({ alarm, children }: { alarm?: boolean; children: ReactNode }) {
  return (
    <div
      role={alarm ? "alert" : "status"}
      className={`mb-4 flex flex-wrap items-center gap-3 rounded-md px-3 py-2 text-sm ${alarm ? "bg-breach-soft text-breach-text" : "bg-soon-soft text-soon-text"}`}
    >
      {children}
    </div>
  );
}
