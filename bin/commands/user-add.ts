import { withDesk } from "#bin/desk-context.ts";
import { type Output, print } from "#bin/print.ts";
import type { Role } from "#lib/domain/people/permissions.ts";
import { createAgent } from "#lib/services/people/create-agent.ts";

export interface UserAddOptions extends Output {
  role: Role;
  name?: string;
  password?: string;
}

export async function userAdd(email: string, { role, name, password, json }: UserAddOptions): Promise<void> {
  const named = name ?? email.split("@")[0] ?? email;
  const { id, invitation } = await withDesk((ctx) =>
    createAgent(ctx, { email, name: named, role, password }),
  );
  const link = invitation?.url ?? null;
  const next = link
    ? `Their link to choose a password, good for three days:\n${link}`
    : "They can sign in now.";
  print({ json }, `Added ${email} as ${role}. ${next}`, {
    id,
    email,
    role,
    link,
    expiresAt: invitation?.expiresAt,
  });
}
