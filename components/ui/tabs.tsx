"use client";
import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";
import { cx } from "./cx.ts";

export type TabsProps<Value extends string> = {
  /** Names the row of tabs. */
  label: string;
  tabs: readonly { value: Value; label: ReactNode; panel?: ReactNode }[];
  value?: Value;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  className?: string;
};

export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  defaultValue,
  onValueChange,
  className,
}: TabsProps<Value>) {
  return (
    <Base.Root
      value={value}
      defaultValue={defaultValue ?? tabs[0]?.value}
      onValueChange={(next) => onValueChange?.(next as Value)}
      className={className}
    >
      <Base.List aria-label={label} className="flex gap-4 border-line border-b">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.value}
            value={tab.value}
            className={cx(
              "-mb-px h-9 border-transparent border-b-2 text-muted text-sm hover:text-ink pointer-coarse:h-11",
              "data-[active]:border-accent data-[active]:font-medium data-[active]:text-ink",
            )}
          >
            {tab.label}
          </Base.Tab>
        ))}
      </Base.List>
      {tabs.map(
        (tab) =>
          tab.panel !== undefined && (
            <Base.Panel key={tab.value} value={tab.value} className="pt-4">
              {tab.panel}
            </Base.Panel>
          ),
      )}
    </Base.Root>
  );
}
