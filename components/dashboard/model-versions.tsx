import type { ReactNode } from "react";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";

export type ShownVersion = {
  version: number;
  name: string;
  trained: string;
  /** What it proved, a sentence each. */
  facts: readonly string[];
  inUse: boolean;
  use: () => Promise<void>;
};

/** The kept versions of what the assistant has learnt, newest first, each one press away. */
export function ModelVersions({
  title,
  lead,
  empty,
  words,
  versions,
  below,
}: {
  title: string;
  lead: string;
  empty: string;
  words: { inUse: string; use: (name: string) => string; press: string };
  versions: readonly ShownVersion[];
  below?: ReactNode;
}) {
  return (
    <section className="mt-8" aria-labelledby="model-versions">
      <h2 id="model-versions" className="font-semibold text-base">
        {title}
      </h2>
      <p className="mt-1 max-w-prose text-muted text-sm">{lead}</p>
      {versions.length === 0 ? (
        <p className="mt-3 rounded-lg border border-line border-dashed p-4 text-muted text-sm">{empty}</p>
      ) : (
        <ul className="mt-3 divide-y divide-line border-line border-y">
          {versions.map((one) => (
            <li key={one.version} className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3 text-sm">
              <div className="min-w-0 grow basis-64">
                <p className="font-medium">
                  {one.name} <span className="font-normal text-muted text-xs">{one.trained}</span>
                </p>
                <p className="tabular text-muted text-xs">{one.facts.join(" · ")}</p>
              </div>
              {one.inUse ? (
                <Badge tone="assistant">{words.inUse}</Badge>
              ) : (
                <form action={one.use}>
                  <Button type="submit" size="sm" aria-label={words.use(one.name)}>
                    {words.press}
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {below}
    </section>
  );
}
