import { sql } from "drizzle-orm";
import { companies } from "#db/schema/index.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../input.ts";
import { transact } from "../transact.ts";
import { CompanyInput, externalId as externalIdOf } from "./customer-input.ts";

/** A company under its id in another system. The same again changes nothing. */
export async function putCompany(
  ctx: Context,
  externalId: string,
  input: unknown,
): Promise<{ companyId: string }> {
  ctx.must("customer.update");
  const name = parseInput(externalIdOf(), externalId);
  const { domain, vip, ...given } = parseInput(CompanyInput, input);

  return transact(ctx, async ({ tx, audit }) => {
    const [company] = await tx
      .insert(companies)
      .values({ ...given, externalId: name, domain: domain ?? null, vip: vip ?? false, createdAt: ctx.now })
      .onConflictDoUpdate({
        target: companies.externalId,
        set: {
          name: given.name,
          ...(domain !== undefined && { domain }),
          ...(vip !== undefined && { vip: sql`excluded.vip` }),
        },
      })
      .returning({ id: companies.id });
    await audit("company.put", `company:${company!.id}`);
    return { companyId: company!.id };
  });
}
