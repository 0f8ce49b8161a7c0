import { type Assistant, type AssistantOptions, createAssistant } from "./assistant.ts";

/** Where an assistant gets its knowledge from; both are asked outside any transaction. */
export type KnowledgeSource = {
  /** Cheap: something that changes whenever categories, articles, corrections or the classifier do. */
  version(): Promise<string>;
  load(): Promise<Pick<AssistantOptions, "knowledge" | "classifier" | "calibrator">>;
};

export type KeepOptions = Omit<AssistantOptions, "knowledge" | "classifier" | "calibrator"> & {
  /** How long knowledge is taken to be current, in milliseconds. */
  freshForMs?: number;
};

/**
 * An assistant that is made anew when the desk's knowledge has changed. Two tickets that arrive while it loads
 * wait for the same load; when a reload fails the older knowledge serves on, and the next ticket tries again.
 */
export function keepAssistant(source: KnowledgeSource, options: KeepOptions = {}): Assistant {
  const { freshForMs = 2000, ...rest } = options;
  let current: { version: string; assistant: Assistant } | undefined;
  let loading: Promise<Assistant> | undefined;
  let checkedAt = Number.NEGATIVE_INFINITY;

  async function refresh(): Promise<Assistant> {
    try {
      const version = await source.version();
      if (current?.version !== version) {
        current = { version, assistant: createAssistant({ ...rest, ...(await source.load()) }) };
      }
      checkedAt = performance.now();
      return current.assistant;
    } catch (error) {
      if (!current) throw error;
      return current.assistant;
    }
  }

  function assistant(): Promise<Assistant> {
    if (current && performance.now() - checkedAt < freshForMs) return Promise.resolve(current.assistant);
    loading ??= refresh().finally(() => {
      loading = undefined;
    });
    return loading;
  }

  return {
    triage: async (thread) => (await assistant()).triage(thread),
    draftReply: async (thread, evidence) => (await assistant()).draftReply(thread, evidence),
    checkAnswer: async (draft, thread) => (await assistant()).checkAnswer(draft, thread),
    summarise: async (thread, evidence, tried) => (await assistant()).summarise(thread, evidence, tried),
  };
}
