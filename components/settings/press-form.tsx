"use client";
import { useActionState } from "react";
import { Button, type ButtonLook, type ButtonSize } from "../ui/button.tsx";
import type { SettingsState } from "./field-spec.ts";

export type PressFormProps = {
  action: (state: SettingsState, form: FormData) => Promise<SettingsState>;
  label: string;
  /** Where the label alone would not say of what. */
  name?: string;
  look?: ButtonLook;
  size?: ButtonSize;
  /** Asked for before it happens: a second button behind the first. */
  sure?: string;
};

/** One button that does one thing, and says why when it could not. Works as a plain form. */
export function PressForm({ action, label, name, look = "secondary", size, sure }: PressFormProps) {
  const [state, send, sending] = useActionState(action, { problem: null, errors: {} });
  const button = (
    <Button type="submit" look={sure ? "danger" : look} size={size} aria-label={name} aria-disabled={sending}>
      {sure ?? label}
    </Button>
  );
  return (
    <form action={send} className="flex max-w-full flex-col gap-2">
      {sure ? (
        <details>
          <summary className="inline-flex h-8 items-center rounded-md border border-line-strong px-3 text-sm hover:bg-hover">
            {label}
          </summary>
          <div className="pt-2">{button}</div>
        </details>
      ) : (
        button
      )}
      {state.problem && (
        <p role="alert" className="text-breach-text text-sm">
          {state.problem}
        </p>
      )}
      {state.secret && (
        <div role="status" className="rounded-md border border-line-strong bg-sunken px-3 py-2 text-sm">
          <p>{state.secret.label}</p>
          <code className="mt-1 block select-all break-all font-mono">{state.secret.value}</code>
        </div>
      )}
    </form>
  );
}
