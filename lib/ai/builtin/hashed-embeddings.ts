import { Embeddings } from "@langchain/core/embeddings";
import { extractFeatures } from "./learn/features.ts";

const dimensions = 512;

/**
 * The built-in embeddings behind LangChain's interface: words, pairs and letter groups hashed into 512 places,
 * of length 1. Likeness of wording, not of meaning; good enough to find a duplicate.
 */
export class HashedEmbeddings extends Embeddings {
  constructor() {
    super({});
  }

  async embedQuery(text: string): Promise<number[]> {
    const vector = new Float64Array(dimensions);
    for (const block of extractFeatures(text).blocks) {
      for (const hash of block) vector[hash % dimensions]! += hash & 0x40000000 ? 1 : -1;
    }
    const length = Math.hypot(...vector) || 1;
    return Array.from(vector, (value) => value / length);
  }

  async embedDocuments(texts: string[]): Promise<number[][]> {
    return Promise.all(texts.map((text) => this.embedQuery(text)));
  }
}
