import { expect, test } from "vitest";
import type { Actor } from "./actor.ts";
import { may, type Permission } from "./permissions.ts";

const agent = (role: "agent" | "manager" | "admin"): Actor => ({
  kind: "agent",
  id: "a",
  name: "Mina",
  role,
});
const token = (...scopes: ("read" | "write" | "inbound" | "admin")[]): Actor => ({
  kind: "token",
  id: "t",
  name: "ci",
  scopes,
});

test.each<[string, Actor, Permission, boolean]>([
  ["an agent replies", agent("agent"), "ticket.reply", true],
  ["an agent does not change people", agent("agent"), "agent.write", false],
  ["an agent does not read everybody's figures", agent("agent"), "report.read", false],
  ["a manager reads the figures", agent("manager"), "report.read", true],
  ["a manager does not change people", agent("manager"), "agent.write", false],
  ["an admin changes people", agent("admin"), "agent.write", true],
  ["a reading token does not write", token("read"), "ticket.reply", false],
  ["an inbound token only delivers", token("inbound"), "ticket.read", false],
  ["an inbound token delivers", token("inbound"), "inbound.record", true],
  ["a visitor may write in", { kind: "visitor" }, "inbound.record", true],
  [
    "a customer does not read tickets as an agent does",
    { kind: "customer", id: "c", ticketId: null },
    "ticket.read",
    false,
  ],
  ["no agent does the workers' work", agent("admin"), "ticket.receive", false],
])("%s", (_, actor, permission, allowed) => {
  expect(may(actor, permission)).toBe(allowed);
});
