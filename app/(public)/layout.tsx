import type { ReactNode } from "react";
import { deskContext } from "#app/_server/desk.ts";
import { getI18n } from "#app/_server/i18n.ts";
import { readVisitor } from "#app/_server/visitor.ts";
import { BrandFrame } from "#components/help/brand-frame.tsx";
import { HelpHeader } from "#components/help/help-header.tsx";
import { readDeskBrand } from "#lib/reads/desk-brand.ts";

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [{ t, locale }, brand, { path }] = await Promise.all([
    getI18n(),
    readDeskBrand(deskContext()),
    readVisitor(),
  ]);
  const name = brand.name ? t("help.nameOf", { desk: brand.name[locale] }) : t("help.name");
  return (
    <BrandFrame colour={brand.colour}>
      <HelpHeader t={t} name={name} locale={locale} demo={brand.demo} path={path} />
      <main id="content" className="flex flex-1 flex-col">
        {children}
      </main>
    </BrandFrame>
  );
}
