import "server-only";
import { type Bell, hangBell } from "#lib/live.ts";
import { deskConnection } from "./desk.ts";

const held = globalThis as { [key: symbol]: Bell | undefined };
const key = Symbol.for("baton.web-bell");

/** This process's bell: one listening connection for all open streams. */
export function deskBell(): Bell {
  const { sql } = deskConnection();
  held[key] ??= hangBell((channel, onNotify, onListen) => sql.listen(channel, onNotify, onListen));
  return held[key];
}
