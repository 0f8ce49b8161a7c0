"use client";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import type { ListFilter } from "#lib/domain/lists/list-filter.ts";
import type { ViewRow } from "#lib/reads/saved-views.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";
import { useToast } from "../ui/toast.tsx";
import { inboxHref } from "./inbox-href.ts";
import type { ListActions } from "./list-actions.ts";

/** Somebody has filtered on inside a saved view: the list says that it is another one, and offers to keep it. */
export function ChangedView({
  view: { id, name, columns, shared, filter: kept },
  filter,
  maySave,
  save,
  onNew,
}: {
  view: ViewRow;
  filter: ListFilter;
  maySave: boolean;
  save: ListActions["saveView"];
  onNew: () => void;
}) {
  const { t } = useI18n();
  const router = useRouter();
  const toast = useToast();
  const [busy, startTransition] = useTransition();
  const keep = () =>
    startTransition(async () => {
      const result = await save({ id, name, columns, shared, filter }).catch(() => ({ ok: false }));
      if (result.ok) router.refresh();
      else toast.show({ text: t("views.failed"), tone: "breach" });
    });
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-2 gap-y-1 border-line border-b bg-sunken px-4 py-2 text-xs"
    >
      <p className="min-w-0 grow basis-40 text-pretty text-muted">{t("views.changed", { name })}</p>
      <Button look="quiet" size="sm" onClick={() => router.push(inboxHref({ ...kept, saved: id }) as never)}>
        {t("views.back")}
      </Button>
      {maySave ? (
        <Button size="sm" disabled={busy} onClick={keep}>
          {t("views.saveChanges")}
        </Button>
      ) : (
        <Button size="sm" onClick={onNew}>
          {t("views.saveNew")}
        </Button>
      )}
    </div>
  );
}
