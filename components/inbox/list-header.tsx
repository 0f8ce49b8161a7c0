"use client";
import { ArrowUpDown, ListFilter, Search, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { InboxSort } from "#lib/domain/lists/list-filter.ts";
import type { DeskChoices } from "#lib/reads/desk-choices.ts";
import type { InboxFilter } from "#lib/reads/inbox-filter.ts";
import { CountText } from "../shell/count-text.tsx";
import { useShortcuts } from "../shell/shortcuts.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Menu, MenuRadio } from "../ui/menu.tsx";
import { Popover } from "../ui/popover.tsx";
import { Select } from "../ui/select.tsx";
import { inboxHref } from "./inbox-href.ts";
import { type ClaimNext, NextTicket } from "./next-ticket.tsx";
import { sortNames } from "./sort-names.ts";

export type ListHeaderProps = {
  title: string;
  filter: InboxFilter;
  count: number | null;
  choices: Pick<DeskChoices, "categories" | "agents">;
  /** A ticket is open beside it, and is what the page is about. */
  beside: boolean;
  claimNext: ClaimNext;
  /** Opens the view builder; says whether it changes a saved one. */
  onView: () => void;
};

/** Title and count; search, filter and sort, each of them a change of the address. */
export function ListHeader({ title, filter, count, choices, beside, claimNext, onView }: ListHeaderProps) {
  const { t, locale } = useI18n();
  const Title = beside ? "h2" : "h1";
  const router = useRouter();
  const field = useRef<HTMLInputElement>(null);
  const [searching, setSearching] = useState(Boolean(filter.q));
  const change = (next: Partial<InboxFilter>) =>
    router.push(inboxHref({ ...filter, cursor: undefined, ...next }) as never);

  useShortcuts([
    {
      keys: "/",
      label: t("inbox.search"),
      group: "desk",
      run: () => {
        // At once: the next key already belongs to the field.
        flushSync(() => setSearching(true));
        field.current?.focus();
      },
    },
  ]);

  const filtered = filter.status || filter.category || filter.language || filter.priority || filter.assignee;
  return (
    <header className="flex h-12 shrink-0 items-center gap-1 border-line border-b pr-2 pl-4">
      <Title className={searching ? "sr-only" : "min-w-0 truncate font-semibold text-sm"}>{title}</Title>
      {searching ? (
        <search className="min-w-0 flex-1">
          <form
            className="flex items-center gap-2"
            onSubmit={(event) => {
              event.preventDefault();
              change({ q: field.current?.value.trim() || undefined });
            }}
          >
            <Search aria-hidden className="size-4 shrink-0 text-faint" />
            <input
              ref={field}
              type="search"
              name="q"
              defaultValue={filter.q}
              placeholder={t("inbox.searchHint")}
              aria-label={t("inbox.search")}
              onKeyDown={(event) => {
                if (event.key !== "Escape") return;
                setSearching(false);
                if (filter.q) change({ q: undefined });
              }}
              className="h-8 min-w-0 flex-1 bg-transparent text-sm outline-none [&::-webkit-search-cancel-button]:hidden pointer-coarse:text-md"
            />
            <IconButton
              label={t("inbox.clearSearch")}
              onClick={() => {
                setSearching(false);
                if (filter.q) change({ q: undefined });
              }}
            >
              <X />
            </IconButton>
          </form>
        </search>
      ) : (
        <>
          {count !== null && (
            <span className="tabular ml-1.5 text-faint text-sm">
              <CountText n={count} />
            </span>
          )}
          <span className="flex-1" />
          <NextTicket claim={claimNext} />
          <IconButton
            label={t("inbox.search")}
            shortcut="/"
            onClick={() => {
              setSearching(true);
              requestAnimationFrame(() => field.current?.focus());
            }}
          >
            <Search />
          </IconButton>
        </>
      )}
      <Popover
        label={t("inbox.filter")}
        align="end"
        trigger={
          <IconButton label={t("inbox.filter")} aria-pressed={Boolean(filtered)}>
            <ListFilter />
          </IconButton>
        }
      >
        <div className="flex flex-col gap-3">
          <Field label={t("inbox.status")}>
            <Select
              value={filter.status ?? ""}
              onChange={(event) =>
                change({ status: (event.target.value || undefined) as InboxFilter["status"] })
              }
              options={[
                { value: "", label: t("inbox.statusUnsolved") },
                ...(["new", "open", "pending", "on_hold", "solved", "closed"] as const).map((value) => ({
                  value,
                  label: t(`status.${value}`),
                })),
                { value: "all", label: t("inbox.statusAll") },
              ]}
            />
          </Field>
          <Field label={t("inbox.category")}>
            <Select
              value={filter.category ?? ""}
              onChange={(event) => change({ category: event.target.value || undefined })}
              options={[
                { value: "", label: t("inbox.any") },
                ...choices.categories.map(({ key, name }) => ({ value: key, label: name[locale] })),
              ]}
            />
          </Field>
          <Field label={t("inbox.language")}>
            <Select
              value={filter.language ?? ""}
              onChange={(event) => change({ language: event.target.value || undefined })}
              options={[
                { value: "", label: t("inbox.any") },
                { value: "en", label: "English" },
                { value: "ko", label: "한국어" },
              ]}
            />
          </Field>
          <Field label={t("inbox.priority")}>
            <Select
              value={filter.priority ?? ""}
              onChange={(event) =>
                change({ priority: (event.target.value || undefined) as InboxFilter["priority"] })
              }
              options={[
                { value: "", label: t("inbox.any") },
                ...(["urgent", "high", "normal", "low"] as const).map((value) => ({
                  value,
                  label: t(`priority.${value}`),
                })),
              ]}
            />
          </Field>
          <Field label={t("inbox.assignee")}>
            <Select
              value={filter.assignee ?? ""}
              onChange={(event) => change({ assignee: event.target.value || undefined })}
              options={[
                { value: "", label: t("inbox.any") },
                { value: "me", label: t("inbox.assigneeMe") },
                { value: "none", label: t("inbox.assigneeNone") },
                ...choices.agents.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </Field>
          <Button onClick={onView}>{t(filter.saved ? "views.change" : "views.new")}</Button>
          {filtered && (
            <Button
              look="quiet"
              onClick={() =>
                change({
                  status: undefined,
                  category: undefined,
                  language: undefined,
                  priority: undefined,
                  assignee: undefined,
                })
              }
            >
              {t("inbox.clearFilters")}
            </Button>
          )}
        </div>
      </Popover>
      <Menu
        align="end"
        trigger={
          <IconButton label={t("inbox.sort")}>
            <ArrowUpDown />
          </IconButton>
        }
      >
        <MenuRadio
          value={filter.sort}
          onValueChange={(sort) => change({ sort })}
          options={Object.entries(sortNames).map(([value, label]) => ({
            value: value as InboxSort,
            label: t(label),
          }))}
        />
      </Menu>
    </header>
  );
}
