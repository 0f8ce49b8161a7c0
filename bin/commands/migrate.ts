import { withDatabase } from "#bin/desk-context.ts";
import { type Prepared, prepareDesk } from "#bin/prepare-desk.ts";
import { type Output, print } from "#bin/print.ts";

/** Also the step before the first `web` in production: it prints how the first administrator gets in. */
export async function migrate(output: Output): Promise<void> {
  const prepared = await withDatabase(prepareDesk);
  print(output, [sayApplied(prepared), ...sayAdmin(prepared)].join("\n"), prepared);
}

function sayApplied({ applied }: Prepared): string {
  return applied === 0 ? "The database is up to date." : `Applied ${applied} migrations.`;
}

function sayAdmin({ admin }: Prepared): string[] {
  if (admin?.kind === "created") return [`Made the administrator ${admin.email}.`];
  if (admin?.kind !== "link") return [];
  return ["Choose the administrator's password here, within the hour:", admin.link.url];
}
