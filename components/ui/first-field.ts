const reached =
  "a[href], button:enabled, input:enabled:not([type=file]), select:enabled, textarea:enabled, [contenteditable=true]";

/** What has the focus first in something that opened. No field with a finger: a keyboard would come up over it. */
export function firstField(box: HTMLElement): HTMLElement | null {
  const first = box.querySelector<HTMLElement>(reached);
  const isButton = first?.matches("a, button") ?? false;
  return isButton || !window.matchMedia("(pointer: coarse)").matches ? first : null;
}
