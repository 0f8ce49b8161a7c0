import { eq } from "drizzle-orm";
import { agentSkills, queueMembers } from "#db/schema/index.ts";
import type { Transaction } from "../transact.ts";

/** Replaces a person's skills and queues by the given ones; what is left out stays. */
export async function writeAgentLinks(
  { tx }: Transaction,
  agentId: string,
  links: { skills?: readonly { skillId: string; level: number }[]; queueIds?: readonly string[] },
): Promise<void> {
  if (links.skills) {
    await tx.delete(agentSkills).where(eq(agentSkills.agentId, agentId));
    const rows = links.skills.map((skill) => ({ ...skill, agentId }));
    if (rows.length > 0) await tx.insert(agentSkills).values(rows).onConflictDoNothing();
  }
  if (links.queueIds) {
    await tx.delete(queueMembers).where(eq(queueMembers.agentId, agentId));
    const rows = links.queueIds.map((queueId) => ({ queueId, agentId }));
    if (rows.length > 0) await tx.insert(queueMembers).values(rows).onConflictDoNothing();
  }
}
