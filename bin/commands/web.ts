import { runRole } from "#bin/role.ts";
import { startWeb } from "#bin/web-server.ts";

export function web(): Promise<void> {
  return runRole("web", startWeb);
}
