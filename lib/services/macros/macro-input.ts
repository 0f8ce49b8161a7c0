import { inArray } from "drizzle-orm";
import { z } from "zod";
import { agents, categories, queues } from "#db/schema/index.ts";
import type { MacroActions } from "#lib/domain/macros/macro.ts";
import { unknownPlaceholders } from "#lib/domain/macros/placeholders.ts";
import { priorities } from "#lib/domain/tickets/status.ts";
import { invalid } from "../errors.ts";
import { id, text } from "../input.ts";
import { bothLanguages } from "../settings/desk-input.ts";
import type { Transaction } from "../transact.ts";

const tags = () => z.array(text(50, 1)).max(20);

const macroActions = z.strictObject({
  status: z.enum(["open", "pending", "on_hold", "solved"]).optional(),
  priority: z.enum(priorities).optional(),
  queueId: id().optional(),
  categoryId: id().optional(),
  assignee: z.union([z.literal("me"), z.strictObject({ agentId: id() })]).optional(),
  addTags: tags().optional(),
  removeTags: tags().optional(),
});

const macroFields = {
  name: bothLanguages(100),
  /** With placeholders; both languages or neither. */
  body: bothLanguages(20_000, 0),
  actions: macroActions,
};

export const CreateMacro = z.strictObject({
  name: macroFields.name,
  body: macroFields.body.default({ en: "", ko: "" }),
  actions: macroFields.actions.default({}),
});

export const ChangeMacro = z
  .strictObject({
    name: macroFields.name.optional(),
    body: macroFields.body.optional(),
    actions: macroFields.actions.optional(),
    active: z.boolean().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, "Nothing to change.");

type Content = { body: { en: string; ko: string }; actions: MacroActions };

/** Throws `invalid` for what no ticket could be given: an unknown name in the text, a queue that is not there. */
export async function mustWork(transaction: Transaction, { body, actions }: Content): Promise<void> {
  for (const lang of ["en", "ko"] as const) {
    const [unknown] = unknownPlaceholders(body[lang]);
    if (unknown)
      throw invalid(`Nothing is known by the name ${unknown}.`, { [`body.${lang}`]: "unknown_placeholder" });
  }
  if ((body.en === "") !== (body.ko === ""))
    throw invalid("The text is needed in both languages.", { [body.en ? "body.ko" : "body.en"]: "needed" });
  if (body.en === "" && Object.keys(actions).length === 0)
    throw invalid("A macro says something or changes something.", { "body.en": "needed" });
  await mustExist(transaction, actions);
}

async function mustExist({ tx }: Transaction, { queueId, categoryId, assignee }: MacroActions) {
  const agentId = typeof assignee === "object" ? assignee.agentId : undefined;
  const [queue, category, agent] = await Promise.all([
    queueId
      ? tx
          .select({ id: queues.id })
          .from(queues)
          .where(inArray(queues.id, [queueId]))
      : [{}],
    categoryId
      ? tx
          .select({ id: categories.id })
          .from(categories)
          .where(inArray(categories.id, [categoryId]))
      : [{}],
    agentId
      ? tx
          .select({ id: agents.id })
          .from(agents)
          .where(inArray(agents.id, [agentId]))
      : [{}],
  ]);
  if (queue.length === 0) throw invalid("There is no such queue.", { "actions.queueId": "gone" });
  if (category.length === 0) throw invalid("There is no such category.", { "actions.categoryId": "gone" });
  if (agent.length === 0) throw invalid("There is no such agent.", { "actions.assignee": "gone" });
}
