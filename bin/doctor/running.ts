import { isBuilt } from "#bin/build.ts";
import { type Role, runningPid } from "#bin/home.ts";
import type { Env } from "#lib/env.ts";
import { type Finding, off, well, wrong } from "./finding.ts";

const roles: Role[] = ["web", "worker", "smtp"];

export function examineProcesses({ dataDir }: Env): Finding[] {
  return roles.map((role) => {
    const pid = runningPid(dataDir, role);
    return pid ? well(role, `Runs here as process ${pid}.`) : off(role, "Does not run on this machine.");
  });
}

/** What the running desk itself says of its parts. */
export async function examineDesk({ web }: Env): Promise<Finding | Finding[]> {
  if (!isBuilt()) return off("desk", "The screens are not built yet; npm start builds them.");
  try {
    const response = await fetch(`${web.localUrl}/api/ready`, { signal: AbortSignal.timeout(5000) });
    if (response.ok) return [well("desk", `Ready at ${web.publicUrl}.`), ...standIn(await response.json())];
    return wrong("desk", `Answers, but is not ready: ${(await response.text()).slice(0, 500)}`);
  } catch {
    return off("desk", `Nothing answers at ${web.localUrl}; npm start starts it.`);
  }
}

/** The model that is set does not answer. */
function standIn({ parts: { assistant } }: { parts: Record<string, Record<string, unknown>> }): Finding[] {
  if (!assistant?.standsIn) return [];
  return [
    wrong(
      "assistant",
      `${assistant.model} has not answered since ${assistant.since} (${assistant.reason}); the built-in one stands in.`,
    ),
  ];
}

export function examineAssistant({ ai }: Env): Finding {
  if (ai.provider === "builtin") return well("assistant", "The built-in one: offline, Korean and English.");
  const needsKey = ["openai", "anthropic"].includes(ai.provider) && !ai.baseUrl;
  if (needsKey && !ai.apiKey)
    return wrong("assistant", `AI_MODEL names ${ai.provider}, which needs AI_API_KEY.`);
  return well("assistant", `${ai.provider}, model ${ai.model}; the built-in one stands in when it fails.`);
}
