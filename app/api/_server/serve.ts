import "server-only";
import type { z } from "zod";
import { clientAddress } from "#app/_server/client-address.ts";
import { deskContext } from "#app/_server/desk.ts";
import { problem } from "#app/_server/problem.ts";
import { contextForApi } from "#app/_server/session.ts";
import { actorId } from "#lib/domain/people/actor.ts";
import { env } from "#lib/env.ts";
import { createLogger, type Logger } from "#lib/logger.ts";
import type { Context } from "#lib/services/context.ts";
import { ServiceError } from "#lib/services/errors.ts";
import { limitRate } from "#lib/services/limit-rate.ts";
import { once } from "./idempotency.ts";
import type { Operation, Params } from "./operation.ts";
import { bad, readJson } from "./read-body.ts";

const defaultBodyBytes = 1 << 20;
const perMinute = 6000;

let logger: Logger | undefined;

/** Made at the first line: while the screens are built there are no settings. */
function log(): Logger {
  logger ??= createLogger({ role: "web", level: env().logLevel });
  return logger;
}

type RouteContext = { params?: Promise<Record<string, string | string[] | undefined>> };

/** The route handler of an operation: token, limits, input, work, and every failure as a problem document. */
export function serve<Query extends z.ZodType, Body extends z.ZodType>(operation: Operation<Query, Body>) {
  return async (request: Request, route: RouteContext): Promise<Response> => {
    try {
      const ctx = operation.open ? deskContext() : await contextForApi(request);
      await limitRate(ctx.db, ctx.now, { key: callerOf(ctx, request), limit: perMinute, windowSeconds: 60 });
      const input = {
        params: (await route.params) as Params,
        query: readQuery(operation, new URL(request.url).searchParams) as z.output<Query>,
        body: (await readBody(operation, request)) as z.output<Body>,
        request,
      };
      const work = async () => ({ status: operation.status ?? 200, body: await operation.run(ctx, input) });
      const key = request.method === "POST" ? request.headers.get("idempotency-key") : null;
      const { status, body } = await once(ctx, key, input.body, work);
      return body instanceof Response ? body : json(body, status);
    } catch (error) {
      return failure(error, operation.path);
    }
  };
}

/** JSON that no cache keeps and no browser runs. */
export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      "content-type": "application/json",
      "cache-control": "no-store",
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    },
  });
}

export function failure(error: unknown, path: string): Response {
  if (error instanceof ServiceError) return problem(error);
  const down = isDatabaseDown(error);
  log().error({ err: error, path }, down ? "database away" : "request failed");
  return problem(
    new ServiceError(
      "unavailable",
      down ? "The database cannot be reached." : "Something went wrong on our side.",
      {
        retryAfter: 5,
      },
    ),
  );
}

function callerOf(ctx: Context, request: Request): string {
  return `api:${actorId(ctx.actor) ?? clientAddress(request.headers)}`;
}

function readQuery(operation: Operation, search: URLSearchParams): unknown {
  const repeated = [...new Set(search.keys())].find((key) => search.getAll(key).length > 1);
  if (repeated) throw bad(`The parameter ${repeated} is given twice.`, { [repeated]: "Given twice." });
  const given = Object.fromEntries(search);
  if (!operation.query) {
    const [unknown] = Object.keys(given);
    if (unknown) throw bad(`The parameter ${unknown} is not known.`, { [unknown]: "Unknown parameter." });
    return {};
  }
  return checked(operation.query, given);
}

async function readBody(operation: Operation, request: Request): Promise<unknown> {
  if (!operation.body) return undefined;
  return checked(operation.body, await readJson(request, operation.maxBodyBytes ?? defaultBodyBytes));
}

function checked<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const names =
      issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const name of names) fields[name.join(".") || "body"] ??= issue.message;
  }
  throw bad("Some fields are not right.", fields);
}

/** SQLSTATE class 08, shutting down, or no connection at all. */
function isDatabaseDown(error: unknown): boolean {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const code = cause instanceof Error ? String(Reflect.get(cause, "code") ?? "") : "";
  return /^(08|57P0|53300|ECONN|CONNECT|CONNECTION_|ENOENT|EPIPE)/.test(code);
}
