import { afterEach, beforeEach, expect, test, vi } from "vitest";

/** The browser's end of the stream, as the standard describes it, with what it was opened at. */
class Source extends EventTarget {
  static readonly CLOSED = 2;
  static all: Source[] = [];
  readyState = 1;
  readonly url: string;
  constructor(url: string) {
    super();
    this.url = url;
    Source.all.push(this);
  }
  close() {
    this.readyState = 2;
  }
  hear(name: string, lastEventId = "") {
    this.dispatchEvent(Object.assign(new MessageEvent(name, { data: "{}", lastEventId })));
  }
  fail(forGood: boolean) {
    this.readyState = forGood ? 2 : 0;
    this.dispatchEvent(new Event("error"));
  }
}

const heard: string[] = [];
const urls = () => Source.all.map(({ url }) => url);
let stops: (() => void)[] = [];
beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  Source.all = [];
  heard.length = 0;
  vi.stubGlobal("EventSource", Source);
  vi.stubGlobal("window", new EventTarget());
  vi.stubGlobal("document", { getElementById: () => ({ getAttribute: () => "e-7" }) });
  const { onLive } = await import("./live-stream.ts");
  stops = (["change", "open", "error"] as const).map((name) => onLive(name, () => heard.push(name)));
});
afterEach(() => {
  for (const stop of stops) stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("one connection serves all who listen, from where the page was made, and ends with the last of them", () => {
  expect(urls()).toEqual(["/api/live?after=e-7"]);
  for (const stop of stops) stop();
  expect(Source.all[0]!.readyState).toBe(2);
});

test("a connection that has gone silent is opened anew from what was heard last", () => {
  Source.all[0]!.hear("change", "e-9");
  vi.advanceTimersByTime(40_000);
  Source.all[0]!.hear("beat");
  vi.advanceTimersByTime(40_000);
  expect(urls()).toHaveLength(1);
  vi.advanceTimersByTime(10_000);
  expect(urls()).toEqual(["/api/live?after=e-7", "/api/live?after=e-9"]);
  expect(heard).toEqual(["change", "open", "error"]);
  Source.all[0]!.hear("change", "e-10");
  expect(heard).toEqual(["change", "open", "error"]);
});

test("after an answer that was no stream it tries again; after a cut it leaves that to the browser", () => {
  Source.all[0]!.fail(false);
  vi.advanceTimersByTime(10_000);
  expect(urls()).toHaveLength(1);
  Source.all[0]!.fail(true);
  vi.advanceTimersByTime(2_000);
  expect(urls()).toHaveLength(2);
  expect(heard).toEqual(["error", "error"]);
});

test("a network that comes back is used at once", () => {
  window.dispatchEvent(new Event("offline"));
  window.dispatchEvent(new Event("online"));
  expect(heard).toEqual(["error"]);
  expect(urls()).toHaveLength(2);
});
