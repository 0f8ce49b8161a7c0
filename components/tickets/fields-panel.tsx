"use client";
import { useState } from "react";
import type { FieldValue } from "#lib/domain/tickets/custom-fields.ts";
import type { FieldView } from "#lib/reads/ticket-fields.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Input } from "../ui/input.tsx";
import { Select } from "../ui/select.tsx";
import { SideSection } from "./side-section.tsx";

export type FieldsPanelProps = {
  fields: readonly FieldView[];
  onFill: (fill: Record<string, FieldValue | null>) => void;
};

/** What this desk asks about its tickets. Each field keeps itself when it is left. */
export function FieldsPanel({ fields, onFill }: FieldsPanelProps) {
  const { t, locale } = useI18n();
  if (fields.length === 0) return null;
  return (
    <SideSection title={t("fields.title")}>
      <div className="flex flex-col gap-2">
        {fields.map((field) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the control is the field's own
          <label key={field.key} className="grid grid-cols-[6.5rem_1fr] items-center gap-2 text-sm">
            <span className="min-w-0 text-muted text-xs [overflow-wrap:anywhere]">
              {field.name[locale]}
              {field.requiredOnSolve && field.value === null && (
                <span className="block text-soon-text">{t("fields.required")}</span>
              )}
            </span>
            <FieldControl field={field} onFill={(value) => onFill({ [field.key]: value })} />
          </label>
        ))}
      </div>
    </SideSection>
  );
}

function FieldControl({ field, onFill }: { field: FieldView; onFill: (value: FieldValue | null) => void }) {
  const { t, locale } = useI18n();
  const kept = field.value === null ? "" : String(field.value);
  const [written, setWritten] = useState(kept);
  const [isWriting, setWriting] = useState(false);
  const [known, setKnown] = useState(kept);
  const [bad, setBad] = useState(false);
  if (known !== kept) {
    setKnown(kept);
    // What somebody is writing stays theirs until they leave the field.
    if (!isWriting) setWritten(kept);
  }
  const keep = (value: string) => {
    if (value.trim() === kept) return;
    onFill(value.trim() === "" ? null : field.kind === "number" ? Number(value) : value.trim());
  };
  if (field.kind === "choice") {
    const gone = kept !== "" && !field.choices.some(({ key }) => key === kept);
    return (
      <Select
        value={kept}
        onChange={(event) => keep(event.target.value)}
        options={[
          { value: "", label: t("ticket.none") },
          ...field.choices.map(({ key, name }) => ({ value: key, label: name[locale] })),
          ...(gone ? [{ value: kept, label: kept, disabled: true }] : []),
        ]}
      />
    );
  }
  return (
    <>
      <Input
        type={field.kind}
        aria-invalid={bad}
        {...(field.kind === "number" && { step: "any", inputMode: "decimal" as const })}
        maxLength={1000}
        value={written}
        placeholder="–"
        onChange={(event) => setWritten(event.target.value)}
        onFocus={() => setWriting(true)}
        onBlur={({ currentTarget: { validity } }) => {
          setWriting(false);
          // Half a date or a number that is none reads as nothing, and must not empty the field.
          setBad(validity.badInput);
          if (!validity.badInput) keep(written);
        }}
        onKeyDown={(event) => {
          if (event.key === "Enter") event.currentTarget.blur();
          if (event.key === "Escape") setWritten(kept);
        }}
      />
      {bad && (
        <span role="alert" className="col-start-2 text-breach-text text-xs">
          {t(field.kind === "date" ? "fields.notADate" : "fields.notANumber")}
        </span>
      )}
    </>
  );
}
