import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type CardProps = {
  title?: ReactNode;
  description?: ReactNode;
  /** Buttons on the title's line. */
  actions?: ReactNode;
  className?: string;
  children?: ReactNode;
};

export function Card({ title, description, actions, className, children }: CardProps) {
  return (
    <section className={cx("rounded-lg border border-line bg-canvas", className)}>
      {(title || actions) && (
        <header className="flex items-start gap-3 px-4 pt-3">
          <div className="min-w-0 flex-1">
            {title && <h2 className="font-semibold text-sm">{title}</h2>}
            {description && <p className="text-muted text-xs">{description}</p>}
          </div>
          {actions}
        </header>
      )}
      <div className="px-4 py-3">{children}</div>
    </section>
  );
}
