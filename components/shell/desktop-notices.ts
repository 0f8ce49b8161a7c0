"use client";

const setting = "baton.desktop-notices";

export type DesktopNotices = "unsupported" | "denied" | "off" | "on";

export function desktopNotices(): DesktopNotices {
  if (typeof Notification === "undefined") return "unsupported";
  if (Notification.permission === "denied") return "denied";
  return Notification.permission === "granted" && localStorage.getItem(setting) === "on" ? "on" : "off";
}

/** Asks the browser when it has to; only ever called by a press of a button. */
export async function setDesktopNotices(on: boolean): Promise<DesktopNotices> {
  if (on && Notification.permission === "default") await Notification.requestPermission();
  localStorage.setItem(setting, on ? "on" : "off");
  return desktopNotices();
}

/** An event of the live stream: shown on the desktop when it is for this person and nobody looks at the tab. */
export async function showOnDesktop(
  event: string,
  agentId: string,
  open: (href: string) => void,
): Promise<void> {
  const { type, agentId: to } = JSON.parse(event) as { type?: string; agentId?: string };
  if (type !== "notice.told" || to !== agentId || !document.hidden || desktopNotices() !== "on") return;
  const answer = await fetch("/notices/newest", { cache: "no-store" }).catch(() => null);
  if (answer?.status !== 200) return;
  const { id, title, body, href } = (await answer.json()) as Record<"id" | "title" | "body" | "href", string>;
  // The same tag in two tabs is one notification.
  const shown = new Notification(title, { body, tag: id });
  shown.onclick = () => {
    window.focus();
    open(href);
    shown.close();
  };
}
