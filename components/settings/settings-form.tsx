"use client";
import { useActionState } from "react";
import { Button } from "../ui/button.tsx";
import type { FieldSpec, SettingsState } from "./field-spec.ts";
import { Report } from "./report.tsx";
import { SettingsField } from "./settings-field.tsx";

export type SettingsFormProps = {
  action: (state: SettingsState, form: FormData) => Promise<SettingsState>;
  fields: readonly FieldSpec[];
  submit: string;
  /** Names a second button that sends `intent=try`: the action answers with a report and saves nothing. */
  tryIt?: string;
  /** The other way round: the first button tries, this one sends `intent=save`. */
  saveIt?: string;
};

const untouched: SettingsState = { problem: null, errors: {} };

/** Works as a plain form; refusals keep what was typed. */
export function SettingsForm({ action, fields, submit, tryIt, saveIt }: SettingsFormProps) {
  const [state, send, sending] = useActionState(action, untouched);
  return (
    <form action={send} className="grid max-w-2xl gap-4 sm:grid-cols-2" noValidate={state.problem !== null}>
      {state.problem && (
        <p
          role="alert"
          className="rounded-md sm:col-span-2 bg-breach-soft px-3 py-2 text-breach-text text-sm"
        >
          {state.problem}
        </p>
      )}
      {state.secret && (
        <div
          role="status"
          className="rounded-md sm:col-span-2 border border-line-strong bg-sunken px-3 py-2 text-sm"
        >
          <p>{state.secret.label}</p>
          <code className="mt-1 block select-all break-all font-mono">{state.secret.value}</code>
        </div>
      )}
      {fields.map((field) => (
        <div key={`${field.name}${state.typed ? "typed" : ""}`} className={field.half ? "" : "sm:col-span-2"}>
          <SettingsField field={field} error={state.errors[field.name]} typed={state.typed} />
        </div>
      ))}
      {state.report && <Report report={state.report} />}
      <div className="flex flex-wrap gap-2 sm:col-span-2">
        <Button type="submit" look="primary" aria-disabled={sending}>
          {submit}
        </Button>
        {tryIt && (
          <Button type="submit" name="intent" value="try" aria-disabled={sending}>
            {tryIt}
          </Button>
        )}
        {saveIt && (
          <Button type="submit" name="intent" value="save" aria-disabled={sending}>
            {saveIt}
          </Button>
        )}
      </div>
    </form>
  );
}
