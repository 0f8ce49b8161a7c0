import type { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { cappedFetch } from "./capped-fetch.ts";

export type ModelSettings = {
  /** "builtin", "openai", "anthropic" or "ollama". */
  provider: string;
  model: string;
  /** Any server that speaks the provider's protocol. */
  baseUrl: string | null;
  apiKey: string | null;
};

/** Ways to ask for structured output, best first. */
export type Method = "jsonSchema" | "functionCalling" | "plain";

export type Provider = { chat: BaseChatModel; methods: readonly Method[] };

const longestOutput = 1500;

/** Loads one provider's package and nothing of the others. Retries are ours to count, so the client makes none. */
export async function openProvider(settings: ModelSettings, timeoutMs: number): Promise<Provider> {
  const { provider, model, baseUrl, apiKey } = settings;
  if (provider === "openai") {
    // The chat-completions class, not ChatOpenAI: servers that imitate OpenAI do not know the responses API.
    const { ChatOpenAICompletions } = await import("@langchain/openai");
    const configuration = { ...(baseUrl && { baseURL: baseUrl }), fetch: cappedFetch };
    const chat = new ChatOpenAICompletions({
      model,
      apiKey: apiKey ?? "none",
      maxRetries: 0,
      timeout: timeoutMs,
      maxTokens: longestOutput,
      configuration,
    });
    return { chat, methods: ["jsonSchema", "functionCalling", "plain"] };
  }
  if (provider === "anthropic") {
    const { ChatAnthropic } = await import("@langchain/anthropic");
    const clientOptions = { fetch: cappedFetch, timeout: timeoutMs, maxRetries: 0 };
    const chat = new ChatAnthropic({
      model,
      apiKey: apiKey ?? "none",
      ...(baseUrl && { anthropicApiUrl: baseUrl }),
      maxRetries: 0,
      maxTokens: longestOutput,
      clientOptions,
    });
    return { chat, methods: ["functionCalling", "plain"] };
  }
  if (provider === "ollama") {
    const { ChatOllama } = await import("@langchain/ollama");
    const chat = new ChatOllama({
      model,
      ...(baseUrl && { baseUrl }),
      maxRetries: 0,
      temperature: 0,
      numPredict: longestOutput,
      fetch: cappedFetch,
    });
    return { chat, methods: ["jsonSchema", "plain"] };
  }
  throw new Error(unknownProvider(provider));
}

const providers = ["openai", "anthropic", "ollama"];

export function isProvider(provider: string): boolean {
  return providers.includes(provider);
}

export function unknownProvider(provider: string): string {
  return `There is no model provider "${provider}"; there are builtin, ${providers.join(", ")}.`;
}
