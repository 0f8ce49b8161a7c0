import { type Assistant, type AssistantOptions, createAssistant } from "./assistant.ts";

type Loaded = Pick<AssistantOptions, "knowledge" | "classifier" | "calibrator">;

/** Where an assistant gets its knowledge from; both are asked outside any transaction. */
export type KnowledgeSource = {
  /** Cheap: something that changes whenever categories, articles, corrections or the classifier do. */
  version(): Promise<string>;
  load(): Promise<Loaded>;
};

export type KeepOptions = Omit<AssistantOptions, "knowledge" | "classifier" | "calibrator"> & {
  /** How long knowledge is taken to be current, in milliseconds. */
  freshForMs?: number;
};

/**
 * An assistant that is made anew when the desk's knowledge has changed. A correction counts at once, by likeness;
 * the classifier that has learnt it comes later, as a version of its own. Two tickets that arrive while knowledge loads
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

  const kept = (alone: boolean): Assistant => {
    const current = async () => (alone ? (await assistant()).withoutModel() : assistant());
    return {
      triage: async (thread) => (await current()).triage(thread),
      draftReply: async (thread, evidence, own) => (await current()).draftReply(thread, evidence, own),
      checkAnswer: async (draft, thread) => (await current()).checkAnswer(draft, thread),
      summarise: async (thread, evidence, tried) => (await current()).summarise(thread, evidence, tried),
      translate: async (text, to, names) => (await current()).translate(text, to, names),
      withoutModel: () => kept(true),
    };
  };
  return kept(false);
}
