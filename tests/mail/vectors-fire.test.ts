import { expect, test } from "vitest";
import { browserMissing, launchBrowser } from "#tests/support/browser.ts";
import { silentVectors } from "./hostile-page.ts";
import { htmlVectors, vectorsExist } from "./vectors.ts";

const missing = browserMissing() ?? (vectorsExist ? null : "The corpus is not beside the project.");

/** Without this, "nothing fired" in the tests of the ticket page could mean that nobody looked. */
test("vectors that fire when nothing is done about them are seen firing", async (context) => {
  if (missing) return context.skip(missing);
  const live = htmlVectors()
    .filter(({ live_raw }) => live_raw)
    .map(({ id, payload, live_raw }) => ({
      id: id!,
      payload: payload!,
      wanted: { script: live_raw!.includes("script"), net: live_raw!.includes("net") },
    }));
  const silent = await silentVectors(launchBrowser, live);
  const seen = live.length - silent.length;
  console.log(
    `positive control: ${seen} of ${live.length}; silent: ${silent.map(({ id }) => id).join(" ") || "none"}`,
  );
  expect(seen / live.length).toBeGreaterThanOrEqual(0.95);
}, 900_000);
