import { expect, test } from "vitest";
import { adviceFor } from "./advice.ts";
import type { RecipientReport } from "./states.ts";

test.each([
  ["bounced", "5.1.1", "", "check_address"],
  ["bounced", "5.2.2", "", "mailbox_full"],
  ["bounced", "5.3.4", "", "too_large"],
  ["refused", null, "550 5.7.1 rejected by policy", "blocked"],
  ["refused", null, "554 no", "ask_admin"],
  ["delayed", "4.4.1", "", "wait"],
  ["deferred", null, "421 try later", "wait"],
] as const)("%s %s %s → %s", (outcome, status, diagnostic, advice) => {
  const report: RecipientReport = {
    address: "a@b.test",
    outcome,
    status,
    diagnostic,
    at: "2026-11-22T00:00:00Z",
  };
  expect(adviceFor(report)).toBe(advice);
});
