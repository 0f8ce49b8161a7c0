import { expect, test } from "vitest";
import { fillPlaceholders, unknownPlaceholders } from "./placeholders.ts";

const values = {
  "customer.name": "김민아",
  "customer.first_name": "민아",
  "ticket.number": "4821",
  "ticket.subject": "{{agent.name}} $& 환불",
  "agent.name": "Mina",
  "desk.name": "Baton",
};

test.each([
  ["{{customer.name}}님, {{ agent.name }}입니다.", "김민아님, Mina입니다."],
  ["no names", "no names"],
  [
    "a customer's {{ticket.subject}} brings nothing in",
    "a customer's {{agent.name}} $& 환불 brings nothing in",
  ],
])("%s becomes %s", (text, filled) => expect(fillPlaceholders(text, values)).toBe(filled));

test.each([
  ["{{customer.name}} {{ticket.number}}", []],
  ["{{customer.nmae}} {{customer.nmae}}", ["{{customer.nmae}}"]],
  ["{{}}", ["{{}}"]],
  ["{{customer.name} and }}", ["{{"]],
  ["{ braces } are fine", []],
])("%s names what nobody knows: %j", (text, unknown) => expect(unknownPlaceholders(text)).toEqual(unknown));
