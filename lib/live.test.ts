import { expect, test } from "vitest";
import { hangBell, type LiveEvent, writeEvent } from "./live.ts";

function bell(epoch = "e") {
  const notifies: Record<string, (payload: string) => void> = {};
  const connects: Record<string, () => void> = {};
  const hung = hangBell(async (channel, onNotify, onListen) => {
    notifies[channel] = onNotify;
    connects[channel] = onListen;
    onListen();
  }, epoch);
  const heard = (lastEventId: string | null) => {
    const events: LiveEvent[] = [];
    const stop = hung.subscribe(lastEventId, (event) => events.push(event));
    return { events, stop, ids: () => events.map(({ id, name }) => `${id} ${name}`) };
  };
  return {
    heard,
    now: hung.now,
    notify: (payload: string, channel = "baton_live") => notifies[channel]!(payload),
    reconnect: () => connects.baton_live!(),
  };
}

test("everybody hears an event once, until they stop", () => {
  const { heard, notify } = bell();
  const [a, b] = [heard(null), heard(null)];
  notify("1");
  b.stop();
  notify("2");
  expect([a.ids(), b.ids()]).toEqual([["e-1 change", "e-2 change"], ["e-1 change"]]);
});

test.each([
  ["nothing new", "e-3", []],
  ["two missed", "e-1", ["e-2 change", "e-3 change"]],
  ["another process or a restart", "f-3", ["e-3 resync"]],
  ["an id from the future", "e-9", ["e-3 resync"]],
  ["no id of ours", "x", ["e-3 resync"]],
  ["a first visit", null, []],
])("a browser that comes back after %s hears what it missed", (_, lastEventId, expected) => {
  const { heard, notify } = bell();
  for (const payload of ["1", "2", "3"]) notify(payload);
  expect(heard(lastEventId).ids()).toEqual(expected);
});

test("who came and heard nothing yet still misses nothing: they come back with where they came in", () => {
  const { heard, notify, now } = bell();
  notify("1");
  heard(null).stop();
  const cameIn = now();
  notify("2");
  expect(heard(cameIn).ids()).toEqual(["e-2 change"]);
});

test("too long away means refetch, not a wrong gap", () => {
  const { heard, notify } = bell();
  for (let n = 0; n < 600; n++) notify("x");
  expect(heard("e-50").ids()).toEqual(["e-600 resync"]);
  expect(heard("e-599").ids()).toEqual(["e-600 change"]);
});

test("when the database connection comes back, open screens refetch", () => {
  const { heard, reconnect } = bell();
  const screen = heard(null);
  reconnect();
  expect(screen.ids()).toEqual(["e-1 resync"]);
});

test("who looks at a ticket is heard at once and never late", () => {
  const { heard, notify } = bell();
  const screen = heard(null);
  notify("1");
  notify('{"doing":"typing"}', "baton_presence");
  expect(screen.ids()).toEqual(["e-1 change", "null presence"]);
  expect(heard("e-1").ids()).toEqual([]);
});

test("an event is one block of the wire format", () => {
  expect(writeEvent({ id: "e-1", name: "change", data: '{"a":\n1}' })).toBe(
    'id: e-1\nevent: change\ndata: {"a": 1}\n\n',
  );
  expect(writeEvent({ id: null, name: "presence", data: "{}" })).toBe("event: presence\ndata: {}\n\n");
});
