/** One field of all documents as postings: term t owns `starts[t]` to `starts[t + 1]`. */
export type Bm25Field = {
  dictionary: Map<string, number>;
  starts: Int32Array;
  documents: Int32Array;
  /** Already saturated: what one occurrence of the term in the query adds, without idf. */
  impact: Float32Array;
  idf: Float32Array;
  /** How many documents have the field at all, and how long it is in them on average. */
  filled: number;
  average: number;
};

export type Bm25Options = { k1: number; b: number };

export type FieldBuilder = {
  add(terms: readonly string[]): void;
  /** `stock`: the same field of a larger stock that these documents are from, to say how rare a term is. */
  done(stock?: Bm25Field): Bm25Field;
};

/**
 * Okapi BM25 (S. Robertson, H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009), with
 * everything that does not depend on the query worked out ahead. `idf` is ln(1 + (n − df + 0.5) / (df + 0.5)).
 * Documents come one after the other; postings are numbers in a row, in the order they came, until `done` sorts them by term.
 */
export function fieldBuilder({ k1, b }: Bm25Options): FieldBuilder {
  const dictionary = new Map<string, number>();
  const lengths: number[] = [];
  const terms = numbers();
  const documents = numbers();
  const counts = numbers();
  /** Each term's last posting, and how many it has. */
  const last = numbers();
  const frequency = numbers();
  let filled = 0;
  let length = 0;

  function add(list: readonly string[]): void {
    const document = lengths.length;
    const first = terms.length;
    lengths.push(list.length);
    if (list.length > 0) filled++;
    length += list.length;
    for (const term of list) {
      let id = dictionary.get(term);
      if (id === undefined) {
        id = frequency.length;
        dictionary.set(term, id);
        frequency.push(0);
        last.push(-1);
      }
      const at = last.at(id);
      if (at >= first) counts.set(at, counts.at(at) + 1);
      else {
        last.set(id, terms.length);
        frequency.set(id, frequency.at(id) + 1);
        terms.push(id);
        documents.push(document);
        counts.push(1);
      }
    }
  }

  function done(stock?: Bm25Field): Bm25Field {
    const average = stock?.average ?? length / Math.max(1, filled);
    const starts = new Int32Array(frequency.length + 1);
    for (let id = 0; id < frequency.length; id++) starts[id + 1] = starts[id]! + frequency.at(id);
    const next = starts.slice();
    const field: Bm25Field = {
      dictionary,
      starts,
      documents: new Int32Array(terms.length),
      impact: new Float32Array(terms.length),
      idf: new Float32Array(frequency.length),
      filled: stock?.filled ?? filled,
      average,
    };
    for (let p = 0; p < terms.length; p++) {
      const at = next[terms.at(p)]!++;
      const document = documents.at(p);
      const count = counts.at(p);
      const norm = k1 * (1 - b + (b * lengths[document]!) / average);
      field.documents[at] = document;
      field.impact[at] = (count * (k1 + 1)) / (count + norm);
    }
    for (const [term, id] of dictionary) {
      const having = stock ? documentsWith(stock, term) : frequency.at(id);
      field.idf[id] = Math.log(1 + (field.filled - having + 0.5) / (having + 0.5));
    }
    return field;
  }

  return { add, done };
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

function documentsWith({ dictionary, starts }: Bm25Field, term: string): number {
  const id = dictionary.get(term);
  return id === undefined ? 0 : starts[id + 1]! - starts[id]!;
}

/** A growing row of 32-bit numbers. */
function numbers() {
  let row = new Int32Array(64);
  let length = 0;
  return {
    get length() {
      return length;
    },
    at: (i: number) => row[i]!,
    set: (i: number, value: number) => {
      row[i] = value;
    },
    push: (value: number) => {
      if (length === row.length) {
        const wider = new Int32Array(2 * length);
        wider.set(row);
        row = wider;
      }
      row[length++] = value;
    },
  };
}
