import { SettingsForm } from "#components/settings/settings-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { readDeskBrand } from "#lib/reads/desk-brand.ts";
import { bothFields, noBoth } from "../_server/fields.ts";
import { openSettings } from "../_server/settings-page.ts";
import { saveDeskSettings } from "./actions.ts";

const ownAccent = "#0b6e69";

export default async function DeskSettingsPage({ searchParams }: PageProps<"/settings/desk">) {
  const { ctx, t, list } = await openSettings("setting.write", searchParams);
  const brand = await readDeskBrand(ctx);
  return (
    <>
      <PageHeader title={t("settings.desk.title")} description={t("settings.desk.lead")} />
      {list.saved && (
        <p role="status" className="mb-4 rounded-md bg-accent-soft px-3 py-2 text-sm">
          {t("settings.saved")}
        </p>
      )}
      <SettingsForm
        action={saveDeskSettings}
        submit={t("settings.save")}
        fields={[
          ...bothFields(t, "name", t("settings.name"), brand.name ?? noBoth),
          {
            kind: "colour",
            name: "colour",
            label: t("settings.desk.colour"),
            hint: t("settings.desk.colourHint"),
            value: brand.colour ?? ownAccent,
          },
        ]}
      />
    </>
  );
}
