import { expect, test } from "vitest";
import { sanitizeEmailHtml } from "./sanitize-email-html.ts";

const clean = (html: string) =>
  sanitizeEmailHtml(html, { cidUrl: (id) => (id === "a@b" ? "/cid/a@b" : null), remoteImageUrl: null });

test.each([
  ["weight, lists and tables", "<b>x</b><ul><li>1<li>2</ul>", "<b>x</b><ul><li>1</li><li>2</li></ul>"],
  [
    "cells that end unsaid",
    "<table><tr><td>1<td><p>2<tr><td>3</table>",
    "<table><tr><td>1</td><td><p>2</p></td></tr><tr><td>3</td></tr></table>",
  ],
  ["elements that close in the wrong order", "<b>x<i>y</b>z</i>", "<b>x<i>y</i></b>z"],
  [
    "a stray end tag in a table",
    "<div><table><td></div>x</table>y</div>",
    "<div><table><td>x</td></table>y</div>",
  ],
  [
    "words in tags that may not stay",
    "<form><button>send</button><textarea><b>hi</b></textarea>",
    "send&lt;b&gt;hi&lt;/b&gt;",
  ],
  ["written-out signs", "a &amp;lt; < &lt;b&gt; &nbsp;c", "a &amp;lt; &lt; &lt;b&gt; \u00a0c"],
  ["an inline picture", "<img src=cid:a%40b alt='\"<'>", '<img src="/cid/a@b" alt="&quot;&lt;">'],
])("%s are kept as they were meant", (_, html, wanted) => {
  expect(clean(html).html).toBe(wanted);
});

test.each([
  ["scripts, styles and titles", "a<script>1</script><style>x{}</style><title>t</title>b", "ab"],
  ["a style that never ends", "a<style>b", "a"],
  ["drawings with code inside", "<svg><style><img src=x onerror=alert(1)></style></svg>t", "t"],
  ["handlers, ids and classes", "<p onclick=x id=y class=z>t", "<p>t</p>"],
  ["a script in a link, written in signs", "<a href=java&#115;cript&colon;alert(1)>t</a>", "<a>t</a>"],
  ["a second href", "<a href='ftp://a' href='https://b'>t</a>", "<a>t</a>"],
  [
    "styles that load or cover",
    "<p style='color:red;position:fixed;background:url(//x)'>t",
    '<p style="color:red">t</p>',
  ],
  ["a picture of nobody's part", "<img src=cid:other>", "<img>"],
])("%s are left out", (_, html, wanted) => {
  expect(clean(html).html).toBe(wanted);
});

test("a link says where it goes and opens apart; a remote picture waits", () => {
  expect(clean("<a href=' https://x.test/?a=1&amp;b'>t</a>").html).toBe(
    '<a href="https://x.test/?a=1&amp;b" title="https://x.test/?a=1&amp;b" target="_blank" rel="noopener noreferrer nofollow">t</a>',
  );
  expect(clean("<img src='//x.test/p.gif' data-blocked=no>")).toEqual({
    html: '<img data-blocked="remote-image">',
    blockedImages: 1,
  });
});

test("what nests deeper than anybody writes is flattened, and no word is lost", () => {
  const html = `${"<div>".repeat(20_000)}deep${"</div>".repeat(20_000)}after`;
  const shown = clean(html).html;
  expect(shown.replace(/<[^>]*>/g, "")).toBe("deepafter");
  expect(shown.match(/<div>/g)).toHaveLength(256);
});
