import type { Db } from "#db/client.ts";
import type { Actor } from "#lib/domain/people/actor.ts";
import { may, type Permission } from "#lib/domain/people/permissions.ts";
import { forbidden } from "./errors.ts";

/** What a verb needs to know about the installation. */
export type DeskConfig = {
  /** No slash at the end. */
  publicUrl: string;
  /** Right side of reply addresses and Message-IDs. */
  mailDomain: string;
  /** The master key; every purpose derives its own from it. */
  secret: string;
  /** `host` or `host:port` inside our own network that webhooks may call; left out: none. */
  privateHosts?: readonly string[];
};

/** Who, when and where: made once at the edge and passed to every verb. */
export type Context = {
  db: Db;
  actor: Actor;
  now: Date;
  config: DeskConfig;
  must(permission: Permission): void;
};

export function createContext(parts: { db: Db; actor: Actor; now?: Date; config: DeskConfig }): Context {
  const { db, actor, config, now = new Date() } = parts;
  return {
    db,
    actor,
    now,
    config,
    must(permission) {
      if (!may(actor, permission)) throw forbidden();
    },
  };
}

/** The same request inside a transaction, or as somebody else. */
export function within(ctx: Context, changes: Partial<Pick<Context, "db" | "actor" | "now">>): Context {
  return createContext({ ...ctx, ...changes });
}

/** What the workers do on the assistant's evidence is the assistant's deed. */
export function asAssistant(ctx: Context): Context {
  return within(ctx, { actor: { kind: "assistant" } });
}
