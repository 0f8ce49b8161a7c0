"use client";
import { useState, useTransition } from "react";
import {
  inboxSorts,
  inboxViews,
  type ListColumn,
  type ListFilter,
  listColumns,
} from "#lib/domain/lists/list-filter.ts";
import { priorities, ticketStatuses } from "#lib/domain/tickets/status.ts";
import type { DeskChoices } from "#lib/reads/desk-choices.ts";
import { Button } from "../ui/button.tsx";
import { Checkbox } from "../ui/checkbox.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { Input } from "../ui/input.tsx";
import { Select } from "../ui/select.tsx";
import { type ListActions, unreached, type ViewDraft } from "./list-actions.ts";
import { sortNames } from "./sort-names.ts";

export type ViewBuilderProps = {
  /** What it begins with: the list on screen, or a saved view. */
  draft: ViewDraft & { id?: string };
  choices: Pick<DeskChoices, "agents" | "queues" | "categories" | "tags">;
  mayShare: boolean;
  save: ListActions["saveView"];
  remove: ListActions["deleteView"];
  onClose: (saved?: { id: string; filter: ListFilter }) => void;
};

/** A list under a name: what it holds, in which order, and what its rows show. */
export function ViewBuilder({ draft, choices, mayShare, save, remove, onClose }: ViewBuilderProps) {
  const { t, locale } = useI18n();
  const [view, setView] = useState<ViewDraft>(draft);
  const [failed, setFailed] = useState(false);
  const [busy, startTransition] = useTransition();
  const set = (filter: ListFilter) =>
    setView((before) => ({ ...before, filter: { ...before.filter, ...filter } }));
  const any = { value: "", label: t("inbox.any") };
  const select = (name: keyof ListFilter, label: string, options: { value: string; label: string }[]) => (
    <Field label={label}>
      <Select
        value={view.filter[name] ?? ""}
        onChange={(event) => set({ [name]: event.target.value || undefined } as ListFilter)}
        options={options}
      />
    </Field>
  );
  const submit = () =>
    startTransition(async () => {
      const result = await save({ ...view, ...(draft.id && { id: draft.id }) }).catch(unreached);
      if (result.ok) onClose({ id: result.id, filter: view.filter });
      else setFailed(true);
    });
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={t(draft.id ? "views.change" : "views.new")}
      size="md"
    >
      <form
        className="flex flex-col gap-4 pb-2"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field label={t("views.name")} error={failed ? t("views.failed") : undefined}>
          <Input
            autoFocus
            required
            maxLength={80}
            value={view.name}
            onChange={(event) => setView({ ...view, name: event.target.value })}
          />
        </Field>
        <div className="grid gap-3 sm:grid-cols-2">
          {select(
            "view",
            t("views.list"),
            inboxViews.map((value) => ({ value, label: t(`shell.${value}`) })),
          )}
          {select("queue", t("ticket.queue"), [
            any,
            ...choices.queues.map(({ key, name }) => ({ value: key, label: name[locale] })),
          ])}
          {select("status", t("inbox.status"), [
            { value: "", label: t("inbox.statusUnsolved") },
            ...ticketStatuses.map((value) => ({ value, label: t(`status.${value}`) })),
            { value: "all", label: t("inbox.statusAll") },
          ])}
          {select("category", t("inbox.category"), [
            any,
            ...choices.categories.map(({ key, name }) => ({ value: key, label: name[locale] })),
          ])}
          {select("priority", t("inbox.priority"), [
            any,
            ...priorities.map((value) => ({ value, label: t(`priority.${value}`) })),
          ])}
          {select("assignee", t("inbox.assignee"), [
            any,
            { value: "me", label: t("inbox.assigneeMe") },
            { value: "none", label: t("inbox.assigneeNone") },
            ...choices.agents.map(({ id, name }) => ({ value: id, label: name })),
          ])}
          {select("language", t("inbox.language"), [
            any,
            { value: "en", label: "English" },
            { value: "ko", label: "한국어" },
          ])}
          {select("tag", t("inbox.tag"), [any, ...choices.tags.map((value) => ({ value, label: value }))])}
          <Field label={t("views.words")}>
            <Input
              value={view.filter.q ?? ""}
              onChange={(event) => set({ q: event.target.value || undefined })}
            />
          </Field>
          {select(
            "sort",
            t("inbox.sort"),
            inboxSorts.map((value) => ({ value, label: t(sortNames[value]) })),
          )}
        </div>
        <fieldset>
          <legend className="mb-1 font-medium text-sm">{t("views.columns")}</legend>
          <div className="grid grid-cols-2 gap-1 sm:grid-cols-3">
            {listColumns.map((column) => (
              // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is inside
              <label key={column} className="flex min-h-7 items-center gap-2 text-sm pointer-coarse:min-h-11">
                <Checkbox
                  checked={view.columns.includes(column)}
                  onCheckedChange={(on) =>
                    setView({ ...view, columns: withColumn(view.columns, column, on) })
                  }
                />
                {t(`views.column.${column}`)}
              </label>
            ))}
          </div>
        </fieldset>
        {mayShare && (
          // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox is inside
          <label className="flex items-center gap-2 text-sm">
            <Checkbox checked={view.shared} onCheckedChange={(shared) => setView({ ...view, shared })} />
            {t("views.shared")}
          </label>
        )}
        <div className="flex gap-2">
          {draft.id && (
            <Button
              look="danger"
              disabled={busy}
              onClick={() =>
                startTransition(async () => {
                  if ((await remove(draft.id!).catch(unreached)).ok) onClose({ id: "", filter: {} });
                  else setFailed(true);
                })
              }
            >
              {t("views.delete")}
            </Button>
          )}
          <span className="flex-1" />
          <Button type="submit" look="primary" disabled={busy || view.name.trim() === ""}>
            {t("views.save")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const withColumn = (columns: ListColumn[], column: ListColumn, on: boolean): ListColumn[] =>
  listColumns.filter((one) => (one === column ? on : columns.includes(one)));
