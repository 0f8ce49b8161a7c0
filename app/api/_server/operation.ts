import "server-only";
import { z } from "zod";
import type { Context } from "#lib/services/context.ts";
import { notFound } from "#lib/services/errors.ts";

export type Params = Record<string, string>;

/** One thing the API does: everything `openapi.json` says about it stands here, beside the work. */
export type Operation<Query extends z.ZodType = z.ZodType, Body extends z.ZodType = z.ZodType> = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** As in OpenAPI: `/api/v1/tickets/{number}`. */
  path: string;
  summary: string;
  query?: Query;
  body?: Body;
  /** Largest body in bytes; 1 MB unless said otherwise. */
  maxBodyBytes?: number;
  /** 200 unless said otherwise. */
  status?: number;
  /** Needs no token: whoever can reach the address may ask. */
  open?: boolean;
  run(
    ctx: Context,
    input: { params: Params; query: z.output<Query>; body: z.output<Body>; request: Request },
  ): Promise<unknown>;
};

/** Keeps the types of query and body together with the work. */
export function operation<Query extends z.ZodType, Body extends z.ZodType>(
  given: Operation<Query, Body>,
): Operation<Query, Body> {
  return given;
}

/** The row that an address names; an id that is none names nothing. */
export function idIn(params: Params, noun: string): string {
  const id = z.uuid().safeParse(params.id);
  if (!id.success) throw notFound(noun);
  return id.data;
}
