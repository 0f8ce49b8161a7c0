import { chmodSync, readFileSync, statSync } from "node:fs";
import { dirname } from "node:path";
import { Problem } from "#bin/problem.ts";

/** The user that the server runs as, when that is not us. */
export interface Identity {
  uid: number;
  gid: number;
}

/**
 * PostgreSQL refuses to run as root. When we are root, an existing cluster runs as its owner and a new one as
 * `nobody` (initdb needs a user with a name). null: run as ourselves.
 */
export function serverIdentity(clusterDir: string): Identity | null {
  if (process.getuid?.() !== 0) return null;
  const owner = ownerOf(clusterDir);
  if (owner && owner.uid !== 0) return owner;
  const nobody = readFileSync("/etc/passwd", "utf8").match(/^nobody:[^:]*:(\d+):(\d+):/m);
  if (nobody) return { uid: Number(nobody[1]), gid: Number(nobody[2]) };
  throw new Problem(
    "PostgreSQL does not run as root and this machine has no user called nobody: start Baton as another user, or set DATABASE_URL.",
  );
}

/**
 * The server must be able to walk down to its files. Directories above them that are closed to others are
 * opened for passing through (`o+x`, not for listing), and the caller is told which, so that it can say so.
 */
export function openTheWay(identity: Identity | null, ...paths: string[]): string[] {
  if (!identity) return [];
  const opened: string[] = [];
  for (const directory of new Set(paths.flatMap(directoriesAbove))) {
    const { mode, uid, gid } = statSync(directory);
    if (mode & 0o001 || uid === identity.uid || (gid === identity.gid && mode & 0o010)) continue;
    try {
      chmodSync(directory, (mode & 0o7777) | 0o001);
      opened.push(directory);
    } catch {
      throw new Problem(
        `The database server cannot reach its files because ${directory} is closed to other users: run chmod o+x on it, start Baton as another user, or set DATA_DIR to another place.`,
      );
    }
  }
  return opened;
}

function directoriesAbove(path: string): string[] {
  const above: string[] = [];
  for (let at = dirname(path); at !== dirname(at); at = dirname(at)) above.push(at);
  return above.reverse();
}

function ownerOf(path: string): Identity | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? { uid: found.uid, gid: found.gid } : null;
}
