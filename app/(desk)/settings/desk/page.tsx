import { SavedNote } from "#components/settings/saved-note.tsx";
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
      {list.saved && <SavedNote>{t("settings.saved")}</SavedNote>}
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
