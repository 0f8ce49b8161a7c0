"use client";
import { Check, X } from "lucide-react";
import { useState } from "react";
import type { GateResult } from "#lib/domain/answers/gate.ts";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { gateSaw } from "./gate-saw.ts";

/** Every gate between a draft and the customer: first those that stopped it, the others on request. */
export function GateList({ gates }: { gates: readonly GateResult[] }) {
  const { t, locale } = useI18n();
  const [all, setAll] = useState(false);
  if (gates.length === 0) return null;
  const passed = gates.filter((gate) => gate.passed).length;
  const shown = all ? gates : gates.filter((gate) => !gate.passed);
  return (
    <div>
      <h2 className="mb-1 flex items-center gap-2 text-faint text-xs">
        {t("assistant.gates")}
        <span className="tabular">{t("assistant.gatesPassed", { passed, total: gates.length })}</span>
        {passed > 0 && (
          <Button look="quiet" size="sm" aria-pressed={all} className="ml-auto" onClick={() => setAll(!all)}>
            {t("assistant.showAllGates")}
          </Button>
        )}
      </h2>
      <ol className="flex flex-col gap-0.5">
        {shown.map((gate) => (
          <li key={gate.key} className="flex items-baseline gap-2 text-sm">
            {gate.passed ? (
              <Check aria-hidden className="size-3.5 shrink-0 self-center text-faint" />
            ) : (
              <X
                aria-label={t("assistant.gateFailed")}
                className="size-3.5 shrink-0 self-center text-breach"
              />
            )}
            <span className={cx("shrink-0", gate.passed ? "text-muted" : "font-medium")}>
              {t(`gate.${gate.key}`)}
            </span>
            <span className="min-w-0 truncate text-faint text-xs" title={gateSaw(gate, t, locale)}>
              {gateSaw(gate, t, locale)}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
