const fields =
  "a[href], button:enabled, input:enabled:not([type=file]), select:enabled, textarea:enabled, [contenteditable=true]";

/** What has the focus first in something that opened. Nothing with a finger: a keyboard would come up over it. */
export function firstField(box: HTMLElement): HTMLElement | null {
  return window.matchMedia("(pointer: coarse)").matches ? null : box.querySelector<HTMLElement>(fields);
}
