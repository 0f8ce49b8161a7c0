import "server-only";
import { z } from "zod";
import { deskConfig } from "#app/_server/desk.ts";
import type { Operation } from "./operation.ts";
import * as customers from "./operations/customers.ts";
import * as desk from "./operations/desk.ts";
import * as inbound from "./operations/inbound.ts";
import * as ledgers from "./operations/ledgers.ts";
import * as links from "./operations/links.ts";
import * as macros from "./operations/macros.ts";
import * as serviceLevels from "./operations/service-levels.ts";
import * as side from "./operations/side-conversations.ts";
import * as tickets from "./operations/tickets.ts";
import * as views from "./operations/views.ts";
import * as webhooks from "./operations/webhooks.ts";

const groups = [
  inbound,
  links,
  side,
  tickets,
  customers,
  macros,
  ledgers,
  desk,
  serviceLevels,
  views,
  webhooks,
] as const;
const operations = groups.flatMap((group) => Object.values(group)) as Operation[];

/** The API, described by the very objects that serve it (OpenAPI 3.1). */
export function openapi(): unknown {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    paths[operation.path] ??= {};
    paths[operation.path]![operation.method.toLowerCase()] = describe(operation);
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Baton",
      version: "1",
      description: "Lists are `{data, nextCursor}`; errors are RFC 9457 problem documents.",
    },
    servers: [{ url: deskConfig().publicUrl }],
    security: [{ token: [] }],
    components: {
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
      schemas: { Problem: problemSchema },
    },
    paths,
  };
}

function describe(operation: Operation): unknown {
  const { path, summary, query, body, status = 200 } = operation;
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  return {
    summary,
    parameters: [...parameters, ...(query ? queryParameters(query) : [])],
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: schemaOf(body) } } },
    }),
    responses: {
      [status]: { description: "Done." },
      default: {
        description: "What went wrong.",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function queryParameters(query: z.ZodType): unknown[] {
  const { properties = {}, required = [] } = schemaOf(query) as {
    properties?: Record<string, unknown>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
}

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });

const problemSchema = {
  type: "object",
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    errors: { type: "object", additionalProperties: { type: "string" } },
  },
};
