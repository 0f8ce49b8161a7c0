import type { BaseLanguageModelInput } from "@langchain/core/language_models/base";
import { BaseChatModel } from "@langchain/core/language_models/chat_models";
import { AIMessage, type BaseMessage } from "@langchain/core/messages";
import type { ChatResult } from "@langchain/core/outputs";
import { type Runnable, RunnableLambda } from "@langchain/core/runnables";
import type { ZodType } from "zod";
import { untrusted } from "#lib/domain/triage/thread.ts";
import type { Assistant } from "../assistant.ts";

/**
 * The built-in assistant behind LangChain's chat interface, for whatever speaks LangChain: the last human
 * message is the ticket, the answer is the extractive draft, and the evidence and the draft stand in
 * `response_metadata`. No network, no tokens to pay. The product itself calls `Assistant` and not this.
 */
export class EmbeddedChatModel extends BaseChatModel {
  readonly #assistant: Assistant;

  constructor(assistant: Assistant) {
    super({});
    this.#assistant = assistant;
  }

  _llmType(): string {
    return "baton-builtin";
  }

  async _generate(messages: BaseMessage[]): Promise<ChatResult> {
    const { evidence, draft } = await this.#answer(messages);
    const message = new AIMessage({
      content: draft.text,
      response_metadata: { evidence, draft, model: "builtin" },
    });
    return { generations: [{ text: draft.text, message }], llmOutput: {} };
  }

  /** The evidence and the draft, cut to the fields of the schema. Throws a ZodError when the schema wants others. */
  // biome-ignore lint/suspicious/noExplicitAny: the base class has nine overloads; ours is the one shape
  override withStructuredOutput(schema: any): any {
    const answer = RunnableLambda.from(async (input: BaseLanguageModelInput) => {
      const { response_metadata: said } = await this.invoke(input);
      return (schema as ZodType).parse({ ...(said.evidence as object), ...(said.draft as object) });
    });
    return answer satisfies Runnable;
  }

  async #answer(messages: BaseMessage[]) {
    const last = messages.findLast((message) => message.getType() === "human");
    const said = {
      id: "last",
      from: "customer" as const,
      text: untrusted(last?.text ?? ""),
      at: new Date(0),
    };
    const thread = {
      ticketId: "none",
      version: 0,
      subject: untrusted(""),
      channel: "api" as const,
      messages: [said],
    };
    const { evidence } = await this.#assistant.triage(thread);
    return { evidence, draft: (await this.#assistant.draftReply(thread, evidence)).draft };
  }
}
