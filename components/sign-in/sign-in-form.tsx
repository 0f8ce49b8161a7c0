"use client";
import { type FormEvent, useState } from "react";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Input } from "../ui/input.tsx";

/** Signs in through next-auth: its CSRF token first, then the credentials. `to` is a path of ours. */
export function SignInForm({ to }: { to: string }) {
  const { t } = useI18n();
  const [problem, setProblem] = useState<string>();
  const [working, setWorking] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (working) return;
    setWorking(true);
    setProblem(undefined);
    const outcome = await signIn(new FormData(event.currentTarget)).catch(() => "unreachable" as const);
    if (outcome === "signed_in") return window.location.assign(to);
    setWorking(false);
    if (typeof outcome === "number") setProblem(t("signIn.locked", { minutes: Math.ceil(outcome / 60) }));
    else setProblem(t(outcome === "wrong" ? "signIn.wrong" : "signIn.unreachable"));
  }

  return (
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      {problem && (
        <p role="alert" className="rounded-md bg-breach-soft px-3 py-2 text-base text-breach-text">
          {problem}
        </p>
      )}
      <Field label={t("signIn.email")}>
        <Input size="lg" type="email" name="email" autoComplete="username" required maxLength={320} />
      </Field>
      <Field label={t("signIn.password")}>
        <Input
          size="lg"
          type="password"
          name="password"
          autoComplete="current-password"
          required
          maxLength={1000}
        />
      </Field>
      <Button type="submit" look="primary" size="lg" aria-disabled={working}>
        {working ? t("signIn.working") : t("signIn.submit")}
      </Button>
    </form>
  );
}

type Outcome = "signed_in" | "wrong" | "unreachable" | number;

/** A number is the seconds to wait. */
async function signIn(form: FormData): Promise<Outcome> {
  const { csrfToken } = await (await fetch("/api/auth/csrf")).json();
  const body = new URLSearchParams({ csrfToken, json: "true" });
  for (const name of ["email", "password"]) body.set(name, String(form.get(name) ?? ""));
  const response = await fetch("/api/auth/callback/credentials", { method: "POST", body });
  if (response.ok) return "signed_in";
  if (response.status === 401) return "wrong";
  const wait = Number(response.headers.get("retry-after"));
  return wait > 0 ? wait : "unreachable";
}
