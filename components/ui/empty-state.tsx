import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type EmptyStateProps = {
  icon?: ReactNode;
  title: string;
  /** It is the whole page: the title is its headline. */
  headline?: boolean;
  /** Why it is empty, in a sentence. */
  children?: ReactNode;
  /** The next step. */
  action?: ReactNode;
  className?: string;
};

export function EmptyState({ icon, title, headline, children, action, className }: EmptyStateProps) {
  const Title = headline ? "h1" : "p";
  return (
    <div className={cx("flex flex-col items-center justify-center gap-1 px-6 py-16 text-center", className)}>
      {icon && <span className="mb-2 text-faint [&_svg]:size-6 [&_svg]:stroke-[1.5]">{icon}</span>}
      <Title className="font-medium text-ink text-sm">{title}</Title>
      {children && <div className="max-w-80 text-pretty text-muted text-sm">{children}</div>}
      {action && <div className="mt-3 flex gap-2">{action}</div>}
    </div>
  );
}
