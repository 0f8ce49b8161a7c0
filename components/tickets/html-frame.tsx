"use client";
import { useEffect, useState } from "react";
import { frameDocument, frameSandbox } from "./frame-document.ts";

/**
 * A mail as it was designed, already sanitised, in a frame without an origin: it runs no script, sends no form, moves no
 * page, reads nothing of ours, and loads only our signed pictures. Its own policy says the same once more.
 * Nobody can measure such a frame, so its height is guessed from its words; it scrolls and can be pulled taller.
 */
export function HtmlFrame({ html, title }: { html: string; title: string }) {
  const [origin, setOrigin] = useState<string | null>(null);
  useEffect(() => setOrigin(window.location.origin), []);
  const height = roughHeight(html);
  if (origin === null) return <div style={{ height }} className="rounded-md border border-line bg-[#fff]" />;
  return (
    <iframe
      title={title}
      sandbox={frameSandbox}
      referrerPolicy="no-referrer"
      srcDoc={frameDocument(html, origin)}
      style={{ height }}
      className="min-h-16 w-full resize-y rounded-md border border-line bg-[#fff]"
    />
  );
}

/** In px: lines of 90 characters at 21, and what pictures say of themselves. Never more than a screen. */
function roughHeight(html: string): number {
  const text = html.replace(/<[^>]*>/g, "\n").replace(/\s*\n\s*/g, "\n");
  const lines = text.split("\n").reduce((sum, line) => sum + Math.ceil(line.length / 90), 0);
  const images = [...html.matchAll(/<img\b[^>]*?(?:\bheight="(\d{1,4})")?[^>]*>/g)];
  const pictures = images.reduce((sum, image) => sum + (image[1] ? Number(image[1]) : 120), 0);
  return Math.min(560, Math.max(72, 40 + lines * 24 + pictures));
}

/** Whether the words alone would lose something: pictures, tables, lists, weight. */
export function saysMoreThanText(html: string): boolean {
  return /<(?:img|table|ul|ol|h[1-6]|pre|b|strong|s|u|mark|font)\b/.test(html);
}
