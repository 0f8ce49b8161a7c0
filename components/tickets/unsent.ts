import type { MessageView } from "#lib/reads/ticket-view.ts";

const takenBack = new Set<string>();

/** Messages on their way have ids of ours; one that was taken back may stand on screen until the next refresh. */
export const isUnsent = (id: string): boolean => id.startsWith("unsent-") || takenBack.has(id);

export function rememberTakenBack(id: string): void {
  takenBack.add(id);
}

let count = 0;

/** A message as it will be, shown while the desk takes it. */
export function unsentMessage(body: string, kind: "reply" | "note", name: string): MessageView {
  return {
    item: "message",
    id: `unsent-${++count}`,
    kind,
    author: { kind: "agent", name, address: null },
    body,
    trimmed: "",
    html: null,
    blockedImages: 0,
    language: null,
    at: new Date().toISOString(),
    autoKind: null,
    enclosed: null,
    unverified: null,
    sentences: null,
    sources: [],
    attachments: [],
    delivery: null,
  };
}
