import { z } from "zod";
import { type Breaker, createBreaker } from "./model/breaker.ts";
import { lenientJson } from "./model/lenient-json.ts";
import {
  isProvider,
  type Method,
  type ModelSettings,
  openProvider,
  type Provider,
  unknownProvider,
} from "./model/open-provider.ts";
import { costOf } from "./model/price.ts";

export type { ModelSettings } from "./model/open-provider.ts";

export type Question<Answer> = {
  /** Ours: the task. */
  system: string;
  /** Theirs: marked, redacted, never an instruction. */
  user: string;
  name: string;
  schema: z.ZodType<Answer>;
};

/** `by`: the model that answered, which may be a cheaper one than was set. */
export type Asked<Answer> = { answer: Answer; attempts: number; costUsd: number; by: string };

export type ModelFailure =
  | "budget"
  | "breaker"
  | "timeout"
  | "denied"
  | "limited"
  | "unavailable"
  | "invalid";

/** Why there is no answer. The caller goes on with the built-in assistant. */
export class ModelError extends Error {
  override name = "ModelError";
  readonly failure: ModelFailure;
  readonly attempts: number;
  readonly costUsd: number;
  constructor(failure: ModelFailure, attempts: number, costUsd: number, cause?: unknown) {
    super(`The model gave no answer: ${failure}.`, { cause });
    this.failure = failure;
    this.attempts = attempts;
    this.costUsd = costUsd;
  }
}

/** A configured model. It has no tools and holds no conversation. */
export type Model = {
  /** "provider:model". */
  name: string;
  ask<Answer>(question: Question<Answer>): Promise<Asked<Answer>>;
};

export type ModelOptions = {
  /** For one question, all calls together. Milliseconds. */
  deadlineMs?: number;
  breaker?: Breaker;
};

const mostCalls = 2;

/**
 * A model that is asked for one JSON answer at a time: at most two calls, 15 s in all. When a server does not
 * do the best way of structured output, the next question starts with the next one. Null for "builtin".
 */
export function openModel(settings: ModelSettings, options: ModelOptions = {}): Model | null {
  if (settings.provider === "builtin") return null;
  if (!isProvider(settings.provider)) throw new Error(unknownProvider(settings.provider));
  const { deadlineMs = 15_000, breaker = createBreaker() } = options;
  const name = `${settings.provider}:${settings.model}`;
  let provider: Promise<Provider> | undefined;
  let firstMethod = 0;

  async function ask<Answer>(question: Question<Answer>): Promise<Asked<Answer>> {
    if (breaker.open()) throw new ModelError("breaker", 0, 0);
    let costUsd = 0;
    let failure: ModelFailure = "unavailable";
    let cause: unknown;

    provider ??= openProvider(settings, deadlineMs);
    const { chat, methods } = await provider;
    const until = performance.now() + deadlineMs;
    let method = Math.min(firstMethod, methods.length - 1);
    for (let attempts = 1; attempts <= mostCalls; attempts++) {
      try {
        const said = await call({ chat, methods }, methods[method]!, question, until - performance.now());
        costUsd += costOf(settings.provider, settings.model, said.tokens);
        const read = question.schema.safeParse(said.value);
        if (read.success) {
          breaker.succeeded();
          return { answer: read.data, attempts, costUsd, by: name };
        }
        [failure, cause] = ["invalid", read.error];
        method = Math.min(method + 1, methods.length - 1);
      } catch (error) {
        [failure, cause] = [failureOf(error), error];
        if (failure === "invalid") {
          // This server does not do this: do not ask it that way again.
          if (statusOf(error) === 400) firstMethod = Math.min(method + 1, methods.length - 1);
          method = Math.min(method + 1, methods.length - 1);
        }
      }
      const wait = failure === "limited" ? retryAfterMs(cause) : failure === "unavailable" ? 250 : 0;
      const hopeless =
        failure === "denied" || failure === "timeout" || until - performance.now() < wait + 1000;
      if (hopeless || attempts === mostCalls) {
        breaker.failed();
        throw new ModelError(failure, attempts, costUsd, cause);
      }
      if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    }
    throw new ModelError(failure, mostCalls, costUsd, cause);
  }

  return { name, ask };
}

type Said = { value: unknown; tokens: { input: number; output: number } };

async function call<Answer>(
  { chat }: Provider,
  method: Method,
  question: Question<Answer>,
  timeoutMs: number,
): Promise<Said> {
  const signal = AbortSignal.timeout(Math.max(1, Math.floor(timeoutMs)));
  const schema = z.toJSONSchema(question.schema, { target: "draft-7", io: "input" });
  const system =
    method === "plain"
      ? `${question.system}\n\nAnswer with one JSON object and nothing else. Its JSON schema:\n${JSON.stringify(schema)}`
      : question.system;
  const messages: [string, string][] = [
    ["system", system],
    ["human", question.user],
  ];
  const options = { name: question.name, method, includeRaw: true } as const;
  const asked: Promise<RawMessage | { raw: RawMessage; parsed: unknown }> =
    method === "plain"
      ? chat.invoke(messages, { signal })
      : chat.withStructuredOutput(schema, { ...options, method }).invoke(messages, { signal });
  const result = await withinSignal(asked, signal);
  const [raw, parsed] = "raw" in result ? [result.raw, result.parsed] : [result, null];
  return {
    value: parsed ?? lenientJson(textOf(raw)),
    tokens: { input: raw.usage_metadata?.input_tokens ?? 0, output: raw.usage_metadata?.output_tokens ?? 0 },
  };
}

type RawMessage = { content: unknown; usage_metadata?: { input_tokens: number; output_tokens: number } };

function textOf({ content }: RawMessage): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map((part: { text?: unknown }) => (typeof part?.text === "string" ? part.text : ""))
    .join("");
}

/** Gives up when the signal rings even where a client library does not listen to it. */
function withinSignal<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

function statusOf(error: unknown): number | undefined {
  const { status, status_code: code } = error as { status?: unknown; status_code?: unknown };
  return typeof status === "number" ? status : typeof code === "number" ? code : undefined;
}

function failureOf(error: unknown): ModelFailure {
  const name = (error as Error | undefined)?.name ?? "";
  const status = statusOf(error);
  if (name === "TimeoutError" || name === "AbortError" || name === "APIConnectionTimeoutError")
    return "timeout";
  if (status === 401 || status === 403) return "denied";
  if (status === 429) return "limited";
  if (status === 400 || status === 404 || status === 415 || status === 422) return "invalid";
  if (status !== undefined && status >= 500) return "unavailable";
  return /Syntax|Parser|Zod|Length|JSON/iu.test(name) ? "invalid" : "unavailable";
}

/** Seconds or a date, as RFC 9110 has it; a second when the server does not say. */
function retryAfterMs(error: unknown): number {
  const headers = (error as { headers?: unknown }).headers;
  const value =
    headers instanceof Headers
      ? headers.get("retry-after")
      : (headers as Record<string, string> | undefined)?.["retry-after"];
  const seconds = Number(value);
  return value && Number.isFinite(seconds) ? Math.max(0, seconds * 1000) : 1000;
}
