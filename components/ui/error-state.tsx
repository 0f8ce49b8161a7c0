import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "./empty-state.tsx";

export type ErrorStateProps = {
  title: string;
  /** What to do now. */
  children?: ReactNode;
  /** Something to tell support, e.g. Next's digest, with its label: "Error 3f2a". */
  id?: string | undefined;
  action?: ReactNode;
  /** It is the whole page. */
  headline?: boolean;
  className?: string;
};

export function ErrorState({ title, children, id, action, headline, className }: ErrorStateProps) {
  return (
    <div role="alert" className={className}>
      <EmptyState
        icon={<CircleAlert className="text-breach" />}
        title={title}
        action={action}
        headline={headline}
      >
        {children}
        {id && <code className="mt-2 block select-all font-mono text-faint text-xs">{id}</code>}
      </EmptyState>
    </div>
  );
}
