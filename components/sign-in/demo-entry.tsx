import { ChartColumn, Headset, UserRound } from "lucide-react";
import type { Translate } from "#lib/i18n/translate.ts";

const doors = [
  { role: "agent", icon: Headset },
  { role: "manager", icon: ChartColumn },
  { role: "customer", icon: UserRound },
] as const;

/** One click into the demonstration, for a browser on the same machine; a plain form. */
export function DemoEntry({ t, here }: { t: Translate; here: boolean }) {
  if (!here) {
    return (
      <p className="rounded-md bg-soon-soft px-3 py-2 text-base text-soon-text">
        {t("signIn.demo.elsewhere")}
      </p>
    );
  }
  return (
    <section className="rounded-lg border border-line bg-surface p-4">
      <h2 className="font-semibold">{t("signIn.demo.title")}</h2>
      <p className="mt-1 text-pretty text-base text-muted">{t("signIn.demo.body")}</p>
      <form action="/api/auth/demo" method="post" className="mt-3 flex flex-col gap-2">
        {doors.map(({ role, icon: Icon }) => (
          <button
            key={role}
            type="submit"
            name="role"
            value={role}
            className="flex min-h-14 items-center gap-3 rounded-md border border-line-strong bg-canvas px-3 text-left hover:bg-hover"
          >
            <Icon aria-hidden className="size-5 shrink-0 text-accent-text" />
            <span>
              <span className="block font-medium text-base">{t(`signIn.demo.${role}`)}</span>
              <span className="block text-muted text-sm">{t(`signIn.demo.${role}Hint`)}</span>
            </span>
          </button>
        ))}
      </form>
    </section>
  );
}
