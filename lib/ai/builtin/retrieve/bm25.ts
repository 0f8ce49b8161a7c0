/** One field of all documents as postings: term t owns `starts[t]` to `starts[t + 1]`. */
export type Bm25Field = {
  dictionary: Map<string, number>;
  starts: Int32Array;
  documents: Int32Array;
  /** Already saturated: what one occurrence of the term in the query adds, without idf. */
  impact: Float32Array;
  idf: Float32Array;
};

export type Bm25Options = { k1: number; b: number };

/**
 * Okapi BM25 (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009), with
 * everything that does not depend on the query worked out ahead. `idf` is ln(1 + (n − df + 0.5) / (df + 0.5)).
 */
export function buildField(documents: readonly (readonly string[])[], { k1, b }: Bm25Options): Bm25Field {
  const dictionary = new Map<string, number>();
  const postings: { document: number; count: number }[][] = [];
  let length = 0;
  documents.forEach((list, document) => {
    length += list.length;
    for (const term of list) {
      const id = dictionary.get(term) ?? postings.push([]) - 1;
      dictionary.set(term, id);
      const last = postings[id]!.at(-1);
      if (last?.document === document) last.count++;
      else postings[id]!.push({ document, count: 1 });
    }
  });
  const filled = documents.filter((list) => list.length > 0).length;
  const average = length / Math.max(1, filled);
  const starts = new Int32Array(postings.length + 1);
  postings.forEach((list, id) => {
    starts[id + 1] = starts[id]! + list.length;
  });
  const field: Bm25Field = {
    dictionary,
    starts,
    documents: new Int32Array(starts.at(-1)!),
    impact: new Float32Array(starts.at(-1)!),
    idf: Float32Array.from(postings, (list) =>
      Math.log(1 + (filled - list.length + 0.5) / (list.length + 0.5)),
    ),
  };
  postings.forEach((list, id) => {
    list.forEach(({ document, count }, i) => {
      const norm = k1 * (1 - b + (b * documents[document]!.length) / average);
      field.documents[starts[id]! + i] = document;
      field.impact[starts[id]! + i] = (count * (k1 + 1)) / (count + norm);
    });
  });
  return field;
}

/** Adds `weight` times each document's score for the query terms (each counted once) to `scores`. */
export function addScores(
  field: Bm25Field,
  query: Iterable<string>,
  weight: number,
  scores: Float64Array,
): void {
  for (const term of query) {
    const id = field.dictionary.get(term);
    if (id === undefined) continue;
    const gain = weight * field.idf[id]!;
    for (let p = field.starts[id]!; p < field.starts[id + 1]!; p++) {
      scores[field.documents[p]!]! += gain * field.impact[p]!;
    }
  }
}
