import type postgres from "postgres";
import type { Connection } from "#db/client.ts";

export type SessionLocks = {
  /** Null when another process has it. `lost` rings when the connection that holds it is gone. */
  take(name: string): Promise<{ lost: AbortSignal; release(): Promise<void> } | null>;
  close(): Promise<void>;
};

type Session = { sql: postgres.ReservedSql; pid: number; lost: AbortController; held: Set<string> };

const watchMs = 5_000;

/**
 * Advisory locks of one process, on one connection of their own for as long as it lives. The connection is known by
 * its server process: another one would hold nothing.
 */
export function openSessionLocks({ sql }: Connection): SessionLocks {
  let session: Session | null = null;
  let opening: Promise<Session> | null = null;

  async function open(): Promise<Session> {
    const reserved = await sql.reserve();
    const [row] = await reserved<{ pid: number }[]>`select pg_backend_pid() as pid`;
    session = { sql: reserved, pid: row!.pid, lost: new AbortController(), held: new Set() };
    return session;
  }

  const lose = (gone: Session) => {
    gone.lost.abort();
    if (session === gone) session = null;
    gone.sql.release();
  };

  const watch = setInterval(() => {
    const looked = session;
    if (!looked) return;
    looked.sql<{ pid: number }[]>`select pg_backend_pid() as pid`.then(
      ([row]) => row?.pid !== looked.pid && lose(looked),
      () => lose(looked),
    );
  }, watchMs).unref();

  return {
    async take(name) {
      opening ??= (session ? Promise.resolve(session) : open()).finally(() => {
        opening = null;
      });
      const mine = await opening;
      if (mine.held.has(name)) return null;
      const rows = await mine.sql<{ mine: boolean; pid: number }[]>`
        select pg_try_advisory_lock(hashtextextended(${name}, 0)) as mine, pg_backend_pid() as pid`;
      if (rows[0]?.pid !== mine.pid) lose(mine);
      if (!rows[0]?.mine || mine.lost.signal.aborted) return null;
      mine.held.add(name);
      return {
        lost: mine.lost.signal,
        async release() {
          mine.held.delete(name);
          if (mine.lost.signal.aborted) return;
          await mine.sql`select pg_advisory_unlock(hashtextextended(${name}, 0))`.catch(() => lose(mine));
        },
      };
    },
    async close() {
      clearInterval(watch);
      if (!session) return;
      const last = session;
      await last.sql`select pg_advisory_unlock_all()`.catch(() => {});
      lose(last);
    },
  };
}
