import "server-only";
import { z } from "zod";
import {
  listAgents,
  listArticles,
  listCategories,
  listQueues,
  listSkills,
  listTicketFields,
} from "#lib/reads/api/desk.ts";
import { operation } from "../operation.ts";

const Paging = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});

const list = (name: string, summary: string, run: typeof listQueues) =>
  operation({
    method: "GET",
    path: `/api/v1/${name}`,
    summary,
    query: Paging,
    run: (ctx, { query }) => run(ctx, query),
  });

export const queues = list("queues", "Queues with the skills they need.", listQueues);
export const categories = list(
  "categories",
  "Categories and what the assistant may do in each.",
  listCategories,
);
export const skills = list("skills", "Skills.", listSkills);
export const agents = list("agents", "People at the desk.", listAgents);
export const articles = list("articles", "Articles of the help centre.", listArticles);
export const ticketFields = list("ticket-fields", "What this desk asks about its tickets.", listTicketFields);
