"use client";
import type { ReactNode } from "react";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { SideSection } from "../side-section.tsx";
import type { Block } from "./use-block.ts";

/** A block with its states: on the way, failed, there. What is there stays while a later fetch fails. */
export function BlockSection<Data>({
  title,
  aside,
  block,
  children,
}: {
  title: string;
  aside?: ReactNode;
  block: Block<Data>;
  children: (data: Data) => ReactNode;
}) {
  const { t } = useI18n();
  return (
    <SideSection title={title} aside={aside}>
      {block.data !== null ? (
        children(block.data)
      ) : block.failed ? (
        <p className="text-muted text-sm">
          {t("block.failed")}{" "}
          <button type="button" onClick={block.again} className="font-medium underline underline-offset-2">
            {t("ui.retry")}
          </button>
        </p>
      ) : (
        <div aria-hidden className="flex flex-col gap-2 py-0.5">
          <Skeleton className="h-3.5 w-4/5" />
          <Skeleton className="h-3.5 w-3/5" />
        </div>
      )}
    </SideSection>
  );
}
