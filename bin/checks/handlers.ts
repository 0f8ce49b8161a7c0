import { jobNames } from "#lib/jobs/catalog.ts";
import type { Check } from "./check.ts";

/** A job that nobody handles would wait for ever; a handler of no job is dead. */
export const handlers: Check = {
  name: "a handler for every job",
  run: async () => {
    const { handlers: table } = await import("#workers/handlers.ts");
    const handled = Object.keys(table);
    return [
      ...jobNames.filter((name) => !handled.includes(name)).map((name) => `${name} has no handler`),
      ...handled.filter((name) => !jobNames.some((job) => job === name)).map((name) => `${name} is no job`),
    ];
  },
};
