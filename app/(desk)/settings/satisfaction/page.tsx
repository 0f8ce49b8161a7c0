import { SavedNote } from "#components/settings/saved-note.tsx";
import { SettingsForm } from "#components/settings/settings-form.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { askingWays, mostDelayHours } from "#lib/domain/ratings/rating.ts";
import { readRatingSettings } from "#lib/services/ratings/rating-settings.ts";
import { openSettings } from "../_server/settings-page.ts";
import { saveSatisfaction } from "./actions.ts";

export default async function SatisfactionSettingsPage({
  searchParams,
}: PageProps<"/settings/satisfaction">) {
  const { ctx, t, list } = await openSettings("setting.write", searchParams);
  const { ask, delayHours } = await readRatingSettings(ctx.db);
  return (
    <>
      <PageHeader title={t("settings.ratings.title")} description={t("settings.ratings.lead")} />
      {list.saved && <SavedNote>{t("settings.saved")}</SavedNote>}
      <SettingsForm
        action={saveSatisfaction}
        submit={t("settings.save")}
        fields={[
          {
            kind: "select",
            name: "ask",
            label: t("settings.ratings.ask"),
            hint: t("settings.ratings.askHint"),
            value: ask,
            options: askingWays.map((value) => ({ value, label: t(`settings.ratings.${value}`) })),
          },
          {
            kind: "number",
            name: "delayHours",
            label: t("settings.ratings.delay"),
            hint: t("settings.ratings.delayHint"),
            value: delayHours,
            min: 1,
            max: mostDelayHours,
          },
        ]}
      />
    </>
  );
}
