import "server-only";
import { type Connection, connect } from "#db/client.ts";
import type { Actor } from "#lib/domain/people/actor.ts";
import { env } from "#lib/env.ts";
import { type Context, createContext } from "#lib/services/context.ts";

const held = globalThis as { [key: symbol]: Connection | undefined };
const key = Symbol.for("baton.web-connection");

/** This process's pool: one, however often Next loads this file. */
export function deskConnection(): Connection {
  const { databaseUrl } = env();
  if (!databaseUrl) throw new Error("DATABASE_URL is not set: start the web by `baton web` or `npm start`.");
  held[key] ??= connect(databaseUrl, { name: "baton web", max: 10 });
  return held[key];
}

export function deskConfig(): Context["config"] {
  const { web, mail, secret, webhookPrivateHosts } = env();
  if (!secret) throw new Error("SECRET is not set: start the web by `baton web` or `npm start`.");
  return {
    publicUrl: web.publicUrl,
    mailDomain: mail.domain,
    secret,
    privateHosts: webhookPrivateHosts,
  };
}

/** A context for an actor who has been made sure of. Without one: anybody. */
export function deskContext(actor: Actor = { kind: "visitor" }): Context {
  return createContext({ db: deskConnection().db, actor, config: deskConfig() });
}
