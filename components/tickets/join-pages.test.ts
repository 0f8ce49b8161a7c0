import { expect, test } from "vitest";
import type { TimelineItem } from "#lib/reads/ticket-view.ts";
import { joinPages } from "./join-pages.ts";

const page = (ids: string) => [...ids].map((id) => ({ item: "message", id }) as TimelineItem);
const shown = (items: TimelineItem[] | null) =>
  items?.map((item) => (item.item === "message" ? item.id : "")).join("") ?? null;

test.each([
  ["nothing new", "abc", "abc", "abc"],
  ["a message that came", "abc", "abcd", "abcd"],
  ["a page that moved on", "abc", "bcd", "abcd"],
  ["pages above it", "xyzabc", "cde", "xyzabcde"],
  ["a reply that was taken back", "abc", "ab", "ab"],
  ["a gap: more came than a page holds", "abc", "fgh", null],
])("%s", (_, known, newest, joined) => expect(shown(joinPages(page(known), page(newest)))).toBe(joined));
