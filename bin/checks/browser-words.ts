import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { root } from "#bin/build.ts";
import type { Check } from "./check.ts";

/** Every section of the catalogue that code in the browser speaks from is sent to some page. */
export const browserWords: Check = {
  name: "words in the browser",
  run: async () => missingSections(readSources(), sectionsOfCatalogue()),
};

type Sources = ReadonlyMap<string, string>;

/**
 * `sources` by path. What a page sends is named in the files that call `sectionsOf`; what is needed stands in the
 * islands and in everything that they load.
 */
export function missingSections(sources: Sources, sections: readonly string[]): string[] {
  const sent = new Set(
    [...sources]
      .filter(([, text]) => /(?<!function )sectionsOf\(/.test(text))
      .flatMap(([, text]) => namesIn(text, /"(\w+)"/g)),
  );
  const known = new Set(sections);
  const problems = new Set<string>();
  for (const path of loadedInBrowser(sources)) {
    for (const section of namesIn(sources.get(path) ?? "", /["'`](\w+)\.[a-zA-Z$]/g)) {
      if (known.has(section) && !sent.has(section)) {
        problems.add(`${path} speaks from "${section}", which no page sends to the browser`);
      }
    }
  }
  return [...problems];
}

function loadedInBrowser(sources: Sources): Set<string> {
  const seen = new Set<string>();
  const waiting = [...sources].filter(([, text]) => text.startsWith('"use client"')).map(([path]) => path);
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    const text = sources.get(path);
    if (seen.has(path) || text === undefined || text.startsWith('"use server"')) continue;
    seen.add(path);
    const from = path;
    waiting.push(
      ...[...text.matchAll(/import\s+(?!type\b)[^;]*?from\s+"([^"]+)"|import\("([^"]+)"\)/g)].map((match) =>
        resolve(from, match[1] ?? match[2] ?? ""),
      ),
    );
  }
  return seen;
}

function resolve(from: string, name: string): string {
  return name.startsWith("#") ? name.slice(1) : join(dirname(from), name);
}

function namesIn(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}

function readSources(): Sources {
  const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  const paths = listed.split("\0").filter((path) => /^(app|components|lib)\/.*(?<!\.test)\.tsx?$/.test(path));
  return new Map(paths.map((path) => [path, readIfThere(join(root, path))]));
}

/** Deleted, but not yet for git: nothing. */
function readIfThere(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function sectionsOfCatalogue(): string[] {
  return Object.keys(JSON.parse(readFileSync(join(root, "lib/i18n/en.json"), "utf8")));
}
