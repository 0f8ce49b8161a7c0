"use client";
import { useEffect, useState } from "react";
import { type DesktopNotices, desktopNotices, setDesktopNotices } from "../shell/desktop-notices.ts";
import { Button } from "../ui/button.tsx";

/** The words of each state; the page has them, for they are of its own language. */
export type DesktopSwitchProps = { words: Record<DesktopNotices | "turnOn" | "turnOff", string> };

/** Asks for the browser's permission when it is pressed, never before. Of this browser alone. */
export function DesktopSwitch({ words }: DesktopSwitchProps) {
  const [state, setState] = useState<DesktopNotices>();
  useEffect(() => setState(desktopNotices()), []);
  if (!state) return <p className="min-h-8 text-muted text-sm">…</p>;
  const press = async () => setState(await setDesktopNotices(state !== "on"));
  return (
    <div className="flex flex-wrap items-center gap-3">
      {(state === "on" || state === "off") && (
        <Button onClick={press} aria-pressed={state === "on"}>
          {words[state === "on" ? "turnOff" : "turnOn"]}
        </Button>
      )}
      <p role="status" className="text-muted text-sm">
        {words[state]}
      </p>
    </div>
  );
}
