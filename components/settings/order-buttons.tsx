"use client";
import { ArrowDown, ArrowUp } from "lucide-react";
import { useActionState } from "react";
import type { Step } from "#lib/domain/order/step-in-order.ts";
import { IconButton } from "../ui/icon-button.tsx";
import type { SettingsState } from "./field-spec.ts";

export type OrderButtonsProps = {
  /** Reads `step` from the form. */
  move: (state: SettingsState, form: FormData) => Promise<SettingsState>;
  /** Each says what moves: "Move Refunds up". */
  labels: Record<Step, string>;
  first: boolean;
  last: boolean;
};

const icons = { up: ArrowUp, down: ArrowDown };

/** Moves a line of a list by a place. Works as a plain form; focus stays on the button that was pressed. */
export function OrderButtons({ move, labels, first, last }: OrderButtonsProps) {
  const [state, send] = useActionState(move, { problem: null, errors: {} });
  const atEnd = { up: first, down: last };
  return (
    <form action={send} className="flex items-center justify-end">
      {(["up", "down"] as const).map((step) => {
        const Icon = icons[step];
        return (
          <IconButton
            key={step}
            type="submit"
            name="step"
            value={step}
            label={labels[step]}
            // Not `disabled`: the line that just became the first one keeps the focus.
            aria-disabled={atEnd[step]}
            onClick={(event) => atEnd[step] && event.preventDefault()}
            className="aria-disabled:opacity-40"
          >
            <Icon aria-hidden />
          </IconButton>
        );
      })}
      <span role="status" className="sr-only">
        {state.done}
      </span>
      {state.problem && (
        <p role="alert" className="text-breach-text text-xs">
          {state.problem}
        </p>
      )}
    </form>
  );
}
