"use client";
import { Sparkle } from "lucide-react";
import Link from "next/link";
import type { AssistantView } from "#lib/reads/ticket-view.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";

/** The assistant thinks that the ticket repeats another: one click makes them one, or says that they are two. */
export function DuplicateNotice({
  duplicate,
  onMerge,
  onRefuse,
}: {
  duplicate: AssistantView["duplicate"];
  onMerge: (intoNumber: number) => void;
  onRefuse: (number: number) => void;
}) {
  const { t } = useI18n();
  if (!duplicate) return null;
  const { number, subject } = duplicate;
  return (
    <section
      aria-label={t("duplicate.name")}
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-lg border border-assistant-line bg-assistant-soft px-3 py-2 text-sm"
    >
      <Sparkle aria-hidden className="size-4 shrink-0 text-assistant-text" />
      <p className="keep-words min-w-0 flex-1 basis-56">
        {t("duplicate.repeats")}{" "}
        <Link href={`/tickets/${number}` as never} className="font-medium underline underline-offset-2">
          #{number} <bdi>{subject}</bdi>
        </Link>
      </p>
      <div className="flex gap-2">
        <Button look="assistant" onClick={() => onMerge(number)}>
          {t("duplicate.merge", { number })}
        </Button>
        <Button look="quiet" onClick={() => onRefuse(number)}>
          {t("duplicate.refuse")}
        </Button>
      </div>
    </section>
  );
}
