import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { root } from "#bin/build.ts";

const forPeopleAtTheDesk = /^\[project\]\/(?:components\/(?!ui\/|help\/)|app\/\(desk\)\/)[^ ]+\.tsx/;

type Manifest = Record<string, { clientModules: Record<string, { id: number }> }>;

/** The desk's own islands, as the build has them: each file with the id that its code has in a script. */
export function deskIslands(): Map<string, number> {
  const islands = new Map<string, number>();
  for (const file of globSync(".next/server/app/(desk)/**/*_client-reference-manifest.js", { cwd: root })) {
    const context: { __RSC_MANIFEST?: Manifest } = {};
    runInNewContext(readFileSync(join(root, file), "utf8"), Object.assign(context, { globalThis: context }));
    for (const { clientModules } of Object.values(context.__RSC_MANIFEST ?? {}))
      for (const [path, { id }] of Object.entries(clientModules)) {
        const [own] = forPeopleAtTheDesk.exec(path) ?? [];
        if (own) islands.set(own.replace("[project]/", ""), id);
      }
  }
  return islands;
}

/** Whether a script holds a module's code, not only its name: the id stands before what it does. */
export const holds = (script: string, id: number): boolean =>
  new RegExp(`[,\\[]${id},(?:\\d+,)*[a-z(]`).test(script);
