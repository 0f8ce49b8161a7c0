import { Document } from "@langchain/core/documents";
import { BaseRetriever } from "@langchain/core/retrievers";
import type { AnswerFinder } from "./find-answer.ts";

/** The built-in answer finder as a LangChain retriever: articles of one language, best first. */
export class ArticleRetriever extends BaseRetriever {
  lc_namespace = ["baton", "retrievers"];
  readonly #find: AnswerFinder;
  readonly #language: string;

  constructor(find: AnswerFinder, language: string) {
    super({});
    this.#find = find;
    this.#language = language;
  }

  override async _getRelevantDocuments(query: string): Promise<Document[]> {
    const found = await this.#find(query, this.#language, { id: null, confidence: 0 });
    return found.map(
      ({ article, confidence }) =>
        new Document({
          id: article.id,
          pageContent: article.body,
          metadata: {
            title: article.title,
            version: article.version,
            categoryId: article.categoryId,
            confidence,
          },
        }),
    );
  }
}
