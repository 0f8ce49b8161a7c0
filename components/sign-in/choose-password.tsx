"use client";
import { useActionState } from "react";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";

export type ChoosePasswordState = { name: string; email: string; problem: string | null };
export type ChoosePasswordProps = {
  action: (state: ChoosePasswordState, form: FormData) => Promise<ChoosePasswordState>;
  /** The first administrator also says who they are. */
  asksWho: boolean;
  words: Record<"name" | "email" | "password" | "passwordHint" | "submit", string>;
};

/** Works as a plain form. */
export function ChoosePassword({ action, asksWho, words }: ChoosePasswordProps) {
  const [state, send, sending] = useActionState(action, { name: "", email: "", problem: null });
  return (
    <form action={send} className="flex flex-col gap-4">
      {asksWho && (
        <>
          <Field label={words.name}>
            <Input
              size="lg"
              name="name"
              autoComplete="name"
              required
              maxLength={200}
              defaultValue={state.name}
            />
          </Field>
          <Field label={words.email}>
            <Input
              size="lg"
              type="email"
              name="email"
              autoComplete="username"
              required
              maxLength={320}
              defaultValue={state.email}
            />
          </Field>
        </>
      )}
      <Field label={words.password} hint={words.passwordHint} error={state.problem}>
        <Input
          size="lg"
          type="password"
          name="password"
          autoComplete="new-password"
          required
          maxLength={1000}
        />
      </Field>
      <Button type="submit" look="primary" size="lg" aria-disabled={sending}>
        {words.submit}
      </Button>
    </form>
  );
}
