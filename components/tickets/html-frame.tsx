"use client";
import { useState } from "react";

/**
 * A mail as it was designed, already sanitised, in a frame of its own so that its styles cannot leak.
 * The sandbox runs no script, sends no form and cannot move this page; `allow-same-origin` only lets us
 * measure the height. Nothing is loaded from elsewhere: the frame inherits the page's policy and narrows it.
 */
export function HtmlFrame({ html, title }: { html: string; title: string }) {
  const [height, setHeight] = useState(120);
  return (
    <iframe
      title={title}
      sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
      referrerPolicy="no-referrer"
      srcDoc={documentOf(html)}
      onLoad={({ currentTarget }) => {
        const page = currentTarget.contentDocument?.documentElement;
        if (page) setHeight(Math.min(4_000, page.scrollHeight + 8));
      }}
      style={{ height }}
      className="w-full rounded-md border border-line bg-[#fff]"
    />
  );
}

const policy = "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'";
const body =
  "margin:12px;font:14px/1.5 system-ui,sans-serif;color:#17191c;background:#fff;overflow-wrap:anywhere";

function documentOf(html: string): string {
  return `<!doctype html><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><base target="_blank"><body style="${body}">${html}`;
}
