import { expect, test } from "vitest";
import { callableAddress } from "./callable-address.ts";

test.each([
  ["https://hooks.example/late?x=1", "yes"],
  ["http://hooks.example/late", "not_https"],
  ["http://crm.inside:8080/late", "yes"],
  ["http://crm.inside:8081/late", "not_https"],
  ["http://10.0.0.1/late", "yes"],
  ["ftp://10.0.0.1/late", "not_https"],
  ["https://user:word@hooks.example/", "has_password"],
  ["hooks.example/late", "no_address"],
])("%s may be called: %s", (url, expected) => {
  expect(callableAddress(url, ["crm.inside:8080", "10.0.0.1"])).toBe(expected);
});
