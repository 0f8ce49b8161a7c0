import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "rules",
          include: ["lib/**/*.test.ts", "workers/**/*.test.ts", "components/**/*.test.ts"],
          environment: "node",
        },
      },
    ],
  },
});
