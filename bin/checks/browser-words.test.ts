import { expect, test } from "vitest";
import { missingSections } from "./browser-words.ts";

const page = ["app/page.tsx", 'sectionsOf(locale, ["inbox"])'] as const;
const island = ["components/island.tsx", '"use client";\nimport { words } from "./words.ts";'] as const;

test("what an island or its helpers say must be sent by a page", () => {
  const words = ["components/words.ts", "t('inbox.title'); t(`ledger.state`);"] as const;
  expect(missingSections(new Map([page, island, words]), ["inbox", "ledger"])).toEqual([
    'components/words.ts speaks from "ledger", which no page sends to the browser',
  ]);
});

test("what only the server says need not be sent, nor what merely looks like a key", () => {
  const server = ["components/server.tsx", 't("ledger.title")'] as const;
  const words = ["components/words.ts", 'find("other.key")'] as const;
  expect(missingSections(new Map([page, island, server, words]), ["inbox", "ledger"])).toEqual([]);
});
