import { expect, test } from "vitest";
import { passwordProblem } from "./password-rules.ts";

const mina = { email: "mina.kim@desk.test", name: "Mina Kim" };

test.each([
  ["nine characters", "abcd efgh", "too_short"],
  ["two hundred and one", "ab1 ".repeat(51), "too_long"],
  ["the word itself with digits", "Password12345!", "too_common"],
  ["our own name", "Baton2026!!", "too_common"],
  ["a run of digits", "1234567890", "too_common"],
  ["few different letters", "aabbaabbaabb", "too_common"],
  ["her own name", "mina.kim2026", "holds_your_name"],
  ["a long sentence", "correct horse battery staple", null],
  ["Korean, by characters and not bytes", "비가오는날엔파전이지요", null],
  ["only letters", "kjhwqpoiumnb", null],
])("%s: %s", (_, password, problem) => {
  expect(passwordProblem(password, mina)).toBe(problem);
});
