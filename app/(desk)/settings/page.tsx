import { redirect } from "next/navigation";
import { requireAgent } from "#app/_server/session.ts";
import { may } from "#lib/domain/people/permissions.ts";

export default async function SettingsPage() {
  const ctx = await requireAgent();
  redirect(may(ctx.actor, "queue.write") ? "/settings/queues" : "/settings/profile");
}
