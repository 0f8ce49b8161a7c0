import { cleanLine } from "./clean-text.ts";

/**
 * A name to show and to offer for a download; never a path. The last path segment, NFC, without controls,
 * direction overrides and characters that file systems refuse; at most 180 characters with the ending kept.
 */
export function safeFileName(name: string): string {
  const segment = cleanLine(name)
    .replace(/[\u200e\u200f\u061c]/g, "")
    .split(/[\\/]/)
    .filter((piece) => piece.trim() !== "" && !/^\.+$/.test(piece.trim()))
    .at(-1);
  const kept = (segment ?? "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/[. ]+$/, "")
    .trim();
  if (kept.length <= 180) return kept;
  const ending = /\.[^.]{1,12}$/.exec(kept)?.[0] ?? "";
  return kept.slice(0, 180 - ending.length).toWellFormed() + ending;
}
