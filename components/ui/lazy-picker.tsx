"use client";
import { cloneElement, lazy, type MouseEvent, type ReactElement, Suspense, useState } from "react";
import type { PickerProps } from "./picker.tsx";

const Picker = lazy(() => import("./picker.tsx").then((module) => ({ default: module.Picker })));

type TriggerProps = { onClick?: (event: MouseEvent) => void; onPointerEnter?: () => void };
export type LazyPickerProps = PickerProps & {
  trigger: ReactElement<TriggerProps>;
  onOpenChange: (open: boolean) => void;
};

/** A Picker that is fetched when somebody is about to open it: on hover, on focus by click, on its key. */
export function LazyPicker(props: LazyPickerProps) {
  const [wanted, setWanted] = useState(false);
  const closed = cloneElement(props.trigger, {
    onClick: () => {
      setWanted(true);
      props.onOpenChange(true);
    },
    onPointerEnter: () => setWanted(true),
  });
  if (!wanted && !props.open) return closed;
  return (
    <Suspense fallback={closed}>
      <Picker {...props} />
    </Suspense>
  );
}
