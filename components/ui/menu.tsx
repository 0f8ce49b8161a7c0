"use client";
import { Check } from "lucide-react";
import {
  createContext,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  type ReactNode,
  useContext,
  useRef,
} from "react";
import { cx } from "./cx.ts";
import { Kbd } from "./kbd.tsx";
import type { Align, Side } from "./place.ts";
import { Popup, usePopup } from "./popup.tsx";

const Choose = createContext<(act: (() => void) | undefined) => void>(() => {});

export type MenuProps = {
  trigger: ReactElement;
  children: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  side?: Side;
  align?: Align;
  className?: string;
};

/** A menu button: arrows, Home, End and the first letters move, Enter chooses, Escape and Tab leave. */
export function Menu({ trigger, children, open, onOpenChange, side, align, className }: MenuProps) {
  const menu = usePopup({ trigger, kind: "menu", open, onOpenChange });
  const typed = useRef({ word: "", at: 0 });

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const items = itemsOf(event.currentTarget);
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (event.key === "Tab") {
      // The browser goes on from there.
      menu.popup.anchor.current?.focus();
      return menu.close();
    }
    const next = moves[event.key]?.(at, items.length);
    if (next !== undefined) items.at(next)?.focus();
    else if (event.key === "Enter" || (event.key === " " && !fresh(typed.current))) items[at]?.click();
    else if (event.key.length === 1 && !event.metaKey && !event.ctrlKey && !event.altKey) {
      typed.current = { word: (fresh(typed.current) ? typed.current.word : "") + event.key, at: Date.now() };
      found(items, at, typed.current.word)?.focus();
    } else return;
    event.preventDefault();
  }

  return (
    <>
      {menu.trigger}
      {menu.isOpen && (
        <Choose
          value={(act) => {
            act?.();
            menu.close();
          }}
        >
          <Popup
            {...menu.popup}
            side={side}
            align={align}
            first={(popup, byPointer) =>
              byPointer
                ? popup
                : (popup.querySelector<HTMLElement>("[aria-checked=true]") ?? itemsOf(popup)[0] ?? popup)
            }
            role="menu"
            aria-labelledby={menu.triggerId}
            onKeyDown={onKeyDown}
            className={cx("max-h-(--room) min-w-44 max-w-80 p-1", className)}
          >
            {children}
          </Popup>
        </Choose>
      )}
    </>
  );
}

const itemsOf = (menu: Element) => [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]")];

const moves: Record<string, (at: number, length: number) => number> = {
  ArrowDown: (at, length) => (at + 1) % length,
  ArrowUp: (at) => (at < 0 ? -1 : at - 1),
  Home: () => 0,
  End: () => -1,
};

const fresh = ({ word, at }: { word: string; at: number }) => word !== "" && Date.now() - at < 700;

/** The next one that begins with what was typed; one letter again and again goes through all of them. */
function found(items: HTMLElement[], at: number, word: string): HTMLElement | undefined {
  const same = [...word].every((letter) => letter === word[0]);
  const start = (same && word.length > 1 ? word.slice(0, 1) : word).toLocaleLowerCase();
  const from = word.length > 1 && !same ? Math.max(at, 0) : at + 1;
  const order = [...items.slice(from), ...items.slice(0, from)];
  return order.find((item) => item.textContent?.trim().toLocaleLowerCase().startsWith(start));
}

const itemClass =
  "flex min-h-7 cursor-default select-none items-center gap-2 rounded-sm px-2 py-1 text-ink text-sm outline-none focus:bg-hover aria-disabled:opacity-50 pointer-coarse:min-h-11 [&_svg]:size-4 [&_svg]:shrink-0 [&_svg]:text-faint";

type ItemProps = { disabled: boolean | undefined; act: (() => void) | undefined; className?: string };

function useItem({ disabled, act, className }: ItemProps) {
  const choose = useContext(Choose);
  return {
    "aria-disabled": disabled || undefined,
    className: cx(itemClass, className),
    onClick: () => !disabled && choose(act),
    onPointerMove({ currentTarget, pointerType }: PointerEvent<HTMLElement>) {
      if (pointerType === "mouse" && document.activeElement !== currentTarget)
        currentTarget.focus({ preventScroll: true });
    },
    onPointerLeave({ currentTarget, pointerType }: PointerEvent<HTMLElement>) {
      if (pointerType === "mouse" && document.activeElement === currentTarget)
        currentTarget.closest<HTMLElement>("[role=menu]")?.focus({ preventScroll: true });
    },
  };
}

export type MenuItemProps = {
  icon?: ReactNode;
  shortcut?: string;
  danger?: boolean;
  disabled?: boolean;
  onSelect?: () => void;
  children: ReactNode;
};

export function MenuItem({ icon, shortcut, danger, disabled, onSelect, children }: MenuItemProps) {
  const item = useItem({ disabled, act: onSelect, ...(danger && { className: "text-breach-text" }) });
  return (
    <div role="menuitem" tabIndex={-1} {...item}>
      {icon}
      <span className="min-w-0 flex-1 truncate">{children}</span>
      {shortcut && <Kbd keys={shortcut} />}
    </div>
  );
}

type RadioOption<Value extends string> = {
  value: Value;
  label: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
};

export type MenuRadioProps<Value extends string> = {
  value: Value | null;
  onValueChange: (value: Value) => void;
  options: readonly RadioOption<Value>[];
};

/** One of several; the chosen one is ticked. */
export function MenuRadio<Value extends string>({ value, onValueChange, options }: MenuRadioProps<Value>) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a menu
    <div role="group">
      {options.map((option) => (
        <RadioItem
          key={option.value}
          option={option}
          chosen={option.value === value}
          onChoose={() => onValueChange(option.value)}
        />
      ))}
    </div>
  );
}

function RadioItem({
  option,
  chosen,
  onChoose,
}: {
  option: RadioOption<string>;
  chosen: boolean;
  onChoose: () => void;
}) {
  const item = useItem({ disabled: option.disabled, act: onChoose });
  return (
    <div role="menuitemradio" tabIndex={-1} aria-checked={chosen} {...item}>
      {option.icon}
      <span className="min-w-0 flex-1 truncate">{option.label}</span>
      {chosen && <Check aria-hidden className="size-4 text-accent-text!" />}
    </div>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <div className="px-2 pt-1.5 pb-1 text-faint text-xs">{children}</div>;
}

export function MenuSeparator() {
  // biome-ignore lint/a11y/useSemanticElements: the menu's own line
  return <div role="separator" className="my-1 h-px bg-line" />;
}
