import { defineConfig } from "vitest/config";

const cluster = "./tests/support/cluster.ts";
const seconds = 1000;

/** A folder under tests/. Those that start whole processes run after the others, one file at a time. */
function suite(name: string, options: { database?: boolean; alone?: number; timeout?: number } = {}) {
  const { database = true, alone = 0, timeout = 30 * seconds } = options;
  return {
    test: {
      name,
      include: [`tests/${name}/**/*.test.ts`],
      globalSetup: database ? [cluster] : [],
      fileParallelism: alone === 0,
      sequence: { groupOrder: alone },
      testTimeout: timeout,
      hookTimeout: Math.max(timeout, 60 * seconds),
      // What they wait for is there or it is not: how soon depends on the machine.
      expect: { poll: { timeout: 20 * seconds } },
    },
  };
}

export default defineConfig({
  test: {
    environment: "node",
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "rules",
          include: ["{lib,workers,components,bin,db,app,tests/support}/**/*.test.{ts,tsx}"],
          // What they prove is not how quick a busy machine is.
          testTimeout: 60 * seconds,
        },
      },
      suite("services"),
      suite("workers", { timeout: 180 * seconds }),
      suite("mail", { timeout: 120 * seconds }),
      suite("properties", { database: false, timeout: 300 * seconds }),
      suite("evals", { database: false, timeout: 300 * seconds }),
      suite("e2e", { alone: 1, timeout: 300 * seconds }),
      suite("faults", { alone: 2, timeout: 360 * seconds }),
    ],
  },
});
