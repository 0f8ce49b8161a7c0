import { stripComments } from "./mime-header.ts";

const maxIds = 200;

/** The first id of a Message-ID header, without angle brackets; null when there is none. Case is kept. */
export function parseMessageId(binary: string | null): string | null {
  return binary === null ? null : (parseMessageIds(binary)[0] ?? null);
}

/**
 * The ids of In-Reply-To or References in their order, each once: in brackets, or bare words with an @ where the
 * sender forgot the brackets; comments and phrases are skipped. At most the first and the last hundred.
 */
export function parseMessageIds(binary: string): string[] {
  const plain = binary.includes("<") ? binary : stripComments(binary);
  const bracketed = Array.from(plain.matchAll(/<([^<>]{1,998})>/g), (match) => cleanId(match[1] ?? ""));
  const found = bracketed.some((id) => id !== "")
    ? bracketed
    : plain
        .split(/[\s,;]+/)
        .filter((word) => /^[^@\s]+@[^@\s]+$/.test(word) || isLoneWord(word, plain))
        .map(cleanId);
  const unique = [...new Set(found.filter((id) => id !== ""))];
  return unique.length <= maxIds ? unique : [...unique.slice(0, maxIds / 2), ...unique.slice(-maxIds / 2)];
}

function isLoneWord(word: string, all: string): boolean {
  return word !== "" && word === all.trim();
}

function cleanId(id: string): string {
  return id
    .replace(/\s+/g, "")
    .replace(/[^\x21-\x7e\x80-\uffff]/g, "")
    .replace(/^[<"']+|[>"']+$/g, "")
    .slice(0, 998);
}
