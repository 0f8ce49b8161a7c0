import { type Assistant, type AssistantOptions, createAssistant } from "./assistant.ts";
import { firstDayWords } from "./builtin/first-day.ts";
import { trainInWorker } from "./builtin/learn/train-in-worker.ts";
import type { Knowledge } from "./knowledge.ts";

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
  /** How long corrections are gathered before the classifier learns them, in milliseconds. */
  gatherForMs?: number;
  /** Told when learning in the background failed; the older classifier serves on. */
  onLearningFailed?: (error: unknown) => void;
};

/** From this many sorted tickets on they are worth more than names and phrases alone. */
const worthLearning = 20;

/**
 * An assistant that is made anew when the desk's knowledge has changed. A correction counts at once, by likeness;
 * some seconds later the classifier has learnt it, in a thread. Two tickets that arrive while knowledge loads
 * wait for the same load; when a reload fails the older knowledge serves on, and the next ticket tries again.
 */
export function keepAssistant(source: KnowledgeSource, options: KeepOptions = {}): Assistant {
  const { freshForMs = 2000, gatherForMs = 10_000, onLearningFailed, ...rest } = options;
  let current: { version: string; loaded: Loaded; assistant: Assistant } | undefined;
  let loading: Promise<Assistant> | undefined;
  let checkedAt = Number.NEGATIVE_INFINITY;
  let learnt: { of: string; bytes: Uint8Array } | undefined;
  let gathering = false;

  function adopt(version: string, loaded: Loaded): Assistant {
    const known = loaded.classifier ? null : learnt;
    const knowledge = known ? { ...loaded.knowledge, version: `${version}+${known.of}` } : loaded.knowledge;
    const classifier = loaded.classifier ?? known?.bytes;
    current = { version, loaded, assistant: createAssistant({ ...rest, ...loaded, knowledge, classifier }) };
    return current.assistant;
  }

  function learnSoon(): void {
    if (gathering) return;
    gathering = true;
    setTimeout(async () => {
      gathering = false;
      const { version, loaded } = current!;
      try {
        learnt = { of: version, bytes: await learn(loaded.knowledge) };
        adopt(current!.version, current!.loaded);
      } catch (error) {
        onLearningFailed?.(error);
      }
    }, gatherForMs).unref();
  }

  async function refresh(): Promise<Assistant> {
    try {
      const version = await source.version();
      if (current?.version !== version) {
        const loaded = await source.load();
        adopt(version, loaded);
        if (!loaded.classifier && loaded.knowledge.examples.length >= worthLearning) learnSoon();
      }
      checkedAt = performance.now();
      return current!.assistant;
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
    draftReply: async (thread, evidence, own) => (await assistant()).draftReply(thread, evidence, own),
    checkAnswer: async (draft, thread) => (await assistant()).checkAnswer(draft, thread),
    summarise: async (thread, evidence, tried) => (await assistant()).summarise(thread, evidence, tried),
  };
}

/** Trains on what people sorted, over names and phrases; seconds, in a thread of its own. */
function learn(knowledge: Knowledge): Promise<Uint8Array> {
  const rows = knowledge.examples.map(({ text, categoryId }) => ({ text, label: categoryId }));
  return trainInWorker(rows, { names: firstDayWords(knowledge) });
}
