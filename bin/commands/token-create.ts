import { withDesk } from "#bin/desk-context.ts";
import { type Output, print } from "#bin/print.ts";
import { Problem } from "#bin/problem.ts";
import { type Scope, scopes } from "#lib/domain/people/permissions.ts";
import { createApiToken } from "#lib/services/people/api-tokens.ts";

export interface TokenCreateOptions extends Output {
  /** Several with commas. */
  scope: string;
  name: string;
}

export async function tokenCreate({ scope, name, json }: TokenCreateOptions): Promise<void> {
  const wanted = scope.split(",").map(knownScope);
  const { id, token } = await withDesk((ctx) => createApiToken(ctx, { name, scopes: wanted }));
  print({ json }, token, { id, name, scopes: wanted, token });
}

function knownScope(word: string): Scope {
  const found = scopes.find((scope) => scope === word.trim());
  if (!found) throw new Problem(`There is no scope ${word.trim()}: choose from ${scopes.join(", ")}.`);
  return found;
}
