/**
 * A model that is not one: it speaks the wire formats of OpenAI (chat completions with json_schema, json_object,
 * tools, streaming; embeddings; models), Anthropic (messages) and Ollama (chat as NDJSON), answers what a script
 * says, and keeps every request. One file although long: the formats share the script and the record.
 */
// biome-ignore-all lint/suspicious/noExplicitAny: bodies of four wire formats
// biome-ignore-all lint/correctness/noVoidTypeReturn: each answer ends its handler
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type Wire = "openai" | "anthropic" | "ollama";

export type SeenRequest = {
  wire: Wire;
  path: string;
  headers: IncomingMessage["headers"];
  body: Record<string, any>;
  /** System and user text as the provider received them. */
  text: string;
  /** How structured output was asked for. */
  method: "json_schema" | "json_object" | "tools" | "plain";
  /** Name of the wanted object: "sort_ticket", "write_answer"; null when asked in plain text. */
  wanted: string | null;
};

export type Fault =
  | { kind: "valid"; value: unknown }
  | { kind: "text"; text: string }
  | { kind: "fenced"; value: unknown }
  | { kind: "thinking"; value: unknown }
  | { kind: "truncated"; value: unknown }
  | { kind: "refusal" }
  | { kind: "empty" }
  | { kind: "status"; status: number; headers?: Record<string, string>; message?: string }
  | { kind: "slow"; value: unknown; ms: number }
  | { kind: "hang" }
  | { kind: "cut"; value: unknown }
  | { kind: "huge" };

export type Script = (request: SeenRequest, call: number) => Fault;

export type ModelDouble = {
  /** For AI_BASE_URL, by wire. */
  baseUrl: (wire: Wire) => string;
  requests: SeenRequest[];
  /** Replaces the script and forgets what was seen. */
  plays(script: Script): void;
  close(): Promise<void>;
};

export async function startModelDouble(script: Script): Promise<ModelDouble> {
  const requests: SeenRequest[] = [];
  let current = script;

  const server = createServer(async (request, response) => {
    const path = request.url ?? "/";
    const body = await readJson(request);
    if (path.endsWith("/models"))
      return json(response, { object: "list", data: [{ id: "double", object: "model" }] });
    if (path.endsWith("/embeddings")) return json(response, embeddings(body));
    const wire = wireOf(path);
    if (!wire) return json(response, { error: { message: "no such path" } }, 404);
    const seen: SeenRequest = {
      wire,
      path,
      headers: request.headers,
      body,
      text: textOf(body),
      ...askedFor(body),
    };
    requests.push(seen);
    await play(response, seen, current(seen, requests.length));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    baseUrl: (wire) => (wire === "openai" ? `${origin}/v1` : origin),
    requests,
    plays(next) {
      current = next;
      requests.length = 0;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers the triage question and the draft question as an honest model would, or as `over` says. */
export function answering(triage: Record<string, unknown>, draft: Record<string, unknown>): Script {
  return (request) => ({ kind: "valid", value: isTriage(request) ? triage : draft });
}

export function isTriage(request: SeenRequest): boolean {
  return request.wanted === "sort_ticket" || request.text.includes("You sort a support ticket");
}

async function play(response: ServerResponse, seen: SeenRequest, fault: Fault): Promise<void> {
  switch (fault.kind) {
    case "hang":
      return;
    case "status":
      return json(
        response,
        { error: { message: fault.message ?? "scripted", type: "scripted", code: fault.status } },
        fault.status,
        fault.headers,
      );
    case "slow":
      await new Promise((resolve) => setTimeout(resolve, fault.ms));
      return say(response, seen, JSON.stringify(fault.value));
    case "valid":
      return say(response, seen, JSON.stringify(fault.value));
    case "text":
      return say(response, seen, fault.text, { asText: true });
    case "fenced":
      return say(response, seen, `Here you are:\n\`\`\`json\n${JSON.stringify(fault.value)}\n\`\`\`\n`, {
        asText: true,
      });
    case "thinking":
      return say(
        response,
        seen,
        `<think>The customer {"category":"none"} wants…</think>\n${JSON.stringify(fault.value)}`,
        { asText: true },
      );
    case "truncated":
      return say(response, seen, JSON.stringify(fault.value).slice(0, -12), {
        asText: true,
        finish: "length",
      });
    case "refusal":
      return say(response, seen, "As an AI language model I cannot help with that.", {
        asText: true,
        refusal: true,
      });
    case "empty":
      return say(response, seen, "", { asText: true });
    case "huge":
      response.writeHead(200, { "content-type": "application/json" });
      for (let i = 0; i < 50 && !response.destroyed; i++) response.write("x".repeat(1_000_000));
      response.end();
      return;
    case "cut":
      response.writeHead(200, { "content-type": "application/json", "content-length": "5000" });
      response.write(JSON.stringify(fault.value).slice(0, 20));
      setTimeout(() => response.destroy(), 20);
  }
}

type Saying = { asText?: boolean; finish?: string; refusal?: boolean };

function say(response: ServerResponse, seen: SeenRequest, content: string, saying: Saying = {}): void {
  const asTool = seen.method === "tools" && !saying.asText;
  if (seen.wire === "anthropic") return json(response, anthropicMessage(seen, content, asTool, saying));
  if (seen.wire === "ollama") return ollamaStream(response, content);
  if (seen.body.stream === true) return openaiStream(response, seen, content);
  json(response, openaiCompletion(seen, content, asTool, saying));
}

function openaiCompletion(seen: SeenRequest, content: string, asTool: boolean, { finish, refusal }: Saying) {
  const call = { id: "call_1", type: "function", function: { name: seen.wanted, arguments: content } };
  return {
    id: "chatcmpl-1",
    object: "chat.completion",
    created: 1,
    model: seen.body.model,
    choices: [
      {
        index: 0,
        finish_reason: finish ?? (asTool ? "tool_calls" : "stop"),
        message: {
          role: "assistant",
          content: asTool || refusal ? null : content,
          refusal: refusal ? content : null,
          ...(asTool && { tool_calls: [call] }),
        },
      },
    ],
    usage: { prompt_tokens: 1000, completion_tokens: 200, total_tokens: 1200 },
  };
}

function openaiStream(response: ServerResponse, seen: SeenRequest, content: string): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const chunk = (delta: object, finish: string | null = null) => ({
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1,
    model: seen.body.model,
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  for (const piece of content.match(/[\s\S]{1,24}/gu) ?? [])
    response.write(`data: ${JSON.stringify(chunk({ content: piece }))}\n\n`);
  response.write(`data: ${JSON.stringify(chunk({}, "stop"))}\n\n`);
  response.write(
    `data: ${JSON.stringify({ ...chunk({}), choices: [], usage: { prompt_tokens: 1000, completion_tokens: 200, total_tokens: 1200 } })}\n\n`,
  );
  response.end("data: [DONE]\n\n");
}

function anthropicMessage(seen: SeenRequest, content: string, asTool: boolean, { finish }: Saying) {
  return {
    id: "msg_1",
    type: "message",
    role: "assistant",
    model: seen.body.model,
    content: asTool
      ? [{ type: "tool_use", id: "toolu_1", name: seen.wanted, input: JSON.parse(content) }]
      : [{ type: "text", text: content }],
    stop_reason: finish === "length" ? "max_tokens" : asTool ? "tool_use" : "end_turn",
    stop_sequence: null,
    usage: { input_tokens: 1000, output_tokens: 200 },
  };
}

function ollamaStream(response: ServerResponse, content: string): void {
  response.writeHead(200, { "content-type": "application/x-ndjson" });
  const line = (message: object, rest: object = {}) =>
    response.write(
      `${JSON.stringify({ model: "double", created_at: "2026-01-01T00:00:00Z", message, done: false, ...rest })}\n`,
    );
  for (const piece of content.match(/[\s\S]{1,24}/gu) ?? []) line({ role: "assistant", content: piece });
  line(
    { role: "assistant", content: "" },
    { done: true, done_reason: "stop", prompt_eval_count: 1000, eval_count: 200 },
  );
  response.end();
}

function embeddings(body: Record<string, any>) {
  const inputs: string[] = Array.isArray(body.input) ? body.input : [body.input];
  const vector = Float32Array.from([0.6, 0.8, 0]);
  const encoded =
    body.encoding_format === "base64" ? Buffer.from(vector.buffer).toString("base64") : [...vector];
  return {
    object: "list",
    model: body.model,
    data: inputs.map((_, index) => ({ object: "embedding", index, embedding: encoded })),
    usage: { prompt_tokens: 1, total_tokens: 1 },
  };
}

function wireOf(path: string): Wire | null {
  if (path.endsWith("/chat/completions")) return "openai";
  if (path.endsWith("/v1/messages")) return "anthropic";
  return path.endsWith("/api/chat") ? "ollama" : null;
}

function askedFor(body: Record<string, any>): Pick<SeenRequest, "method" | "wanted"> {
  if (body.response_format?.type === "json_schema")
    return { method: "json_schema", wanted: body.response_format.json_schema.name };
  if (body.response_format?.type === "json_object") return { method: "json_object", wanted: null };
  if (body.tools?.length > 0)
    return { method: "tools", wanted: body.tools[0].function?.name ?? body.tools[0].name };
  return body.format ? { method: "json_schema", wanted: null } : { method: "plain", wanted: null };
}

function textOf(body: Record<string, any>): string {
  const of = (content: unknown): string =>
    typeof content === "string"
      ? content
      : Array.isArray(content)
        ? content.map((part) => part.text ?? "").join("")
        : "";
  return [
    of(body.system),
    ...(body.messages ?? []).map((message: { content: unknown }) => of(message.content)),
  ].join("\n");
}

async function readJson(request: IncomingMessage): Promise<Record<string, any>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  return text ? JSON.parse(text) : {};
}

function json(
  response: ServerResponse,
  body: unknown,
  status = 200,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(JSON.stringify(body));
}
