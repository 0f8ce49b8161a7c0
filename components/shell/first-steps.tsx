import { Check } from "lucide-react";
import Link from "next/link";
import { PressForm, type PressFormProps } from "../settings/press-form.tsx";
import { buttonClass } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";

export type FirstStepsProps = {
  title: string;
  lead: string;
  steps: readonly {
    key: string;
    done: boolean;
    title: string;
    hint: string;
    /** What to do about it: a place to go to, or a thing to press. */
    links: readonly { href: string; label: string }[];
    press?: Pick<PressFormProps, "action" | "label">;
  }[];
  dismiss: Pick<PressFormProps, "action" | "label">;
  doneWord: string;
};

/** The first three things; each is ticked by what the desk holds, and all of it goes away when they are done. */
export function FirstSteps({ title, lead, steps, dismiss, doneWord }: FirstStepsProps) {
  return (
    <section aria-labelledby="first-steps" className="border-line border-b bg-surface px-4 py-3 sm:px-6">
      <div className="mb-2 flex items-start justify-between gap-2">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-3 py-1.5">
          <h2 id="first-steps" className="font-semibold">
            {title}
          </h2>
          <p className="text-muted text-sm">{lead}</p>
        </div>
        <PressForm action={dismiss.action} label={dismiss.label} look="quiet" />
      </div>
      <ol className="grid gap-2 @5xl:grid-cols-3">
        {steps.map(({ key, done, title: name, hint, links, press }, at) => (
          <li key={key} className="flex items-center gap-3 rounded-lg border border-line bg-canvas px-3 py-2">
            <span
              className={cx(
                "tabular flex size-6 shrink-0 items-center justify-center rounded-full font-medium text-xs",
                done ? "bg-accent-soft text-accent-text" : "bg-sunken text-muted",
              )}
            >
              {done ? <Check role="img" aria-label={doneWord} className="size-3.5" /> : at + 1}
            </span>
            <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-2">
              <div className="min-w-40 flex-1">
                <h3 className={cx("font-medium text-sm", done && "text-muted")}>{name}</h3>
                {!done && <p className="text-muted text-xs">{hint}</p>}
              </div>
              {!done && (
                <div className="flex flex-wrap gap-2">
                  {press && <PressForm action={press.action} label={press.label} />}
                  {links.map(({ href, label }) => (
                    <Link
                      key={href}
                      href={href as never}
                      prefetch={false}
                      className={buttonClass("secondary", "md")}
                    >
                      {label}
                    </Link>
                  ))}
                </div>
              )}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
