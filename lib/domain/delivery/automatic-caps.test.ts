import { expect, test } from "vitest";
import { type AutomaticMailFacts, mayMailAutomatically } from "./automatic-caps.ts";

const quiet: AutomaticMailFacts = {
  kind: "acknowledgement",
  tenMinutes: 0,
  hour: 0,
  day: 0,
  mailboxHour: 0,
  addressBounced: false,
};

test.each<[string, Partial<AutomaticMailFacts>, string | null]>([
  ["the first acknowledgement", {}, null],
  ["a second one within ten minutes", { tenMinutes: 1, hour: 1, day: 1 }, "ten_minute_cap"],
  ["a second one after that", { hour: 1, day: 1 }, null],
  ["an answer to a quick second question", { kind: "answer", tenMinutes: 1, hour: 1, day: 1 }, null],
  ["a third mail in an hour", { kind: "answer", hour: 2, day: 2 }, "hourly_cap"],
  ["a sixth in a day", { kind: "answer", day: 5 }, "daily_cap"],
  ["anything from a mailbox that was made to write to thousands", { mailboxHour: 1000 }, "mailbox_cap"],
  ["anything to an address that is gone", { addressBounced: true }, "address_bounced"],
])("%s: %s → %s", (_, change, reason) => {
  expect(mayMailAutomatically({ ...quiet, ...change })).toEqual(
    reason ? { allowed: false, reason } : { allowed: true },
  );
});
