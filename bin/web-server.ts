import { createServer, type Server, type ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import next from "next";
import { isBuilt, root } from "./build.ts";
import { Problem } from "./problem.ts";
import type { RoleSetting, Running } from "./role.ts";
import { mustListen } from "./start/check-ports.ts";

/** The built Next application in this process; memory lean, and stopped without cutting an answer short. */
export async function startWeb({ env, log }: RoleSetting): Promise<Running> {
  const { host, port } = env.web;
  if (!isBuilt())
    throw new Problem("The screens are not built: run npm run build, or npm start, which does.");
  await mustListen("PORT", host, port);
  const app = next({ dev: false, dir: root, hostname: host, port, quiet: true });
  await app.prepare();
  const handle = app.getRequestHandler();
  const live = new Set<ServerResponse>();
  let stopping = false;
  const server = createServer((request, response) => {
    live.add(response);
    response.once("close", () => live.delete(response));
    if (stopping) response.setHeader("Connection", "close");
    handle(request, response).catch((err: unknown) => {
      log.error({ event: "request_failed", err });
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
  });
  await listen(server, port, host);
  log.info({ event: "listening", host, port });
  return {
    stop: async () => {
      stopping = true;
      await drain(server, live);
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
}

/** No new connections; live-update streams are ended (browsers come back), other answers get five seconds. */
async function drain(server: Server, live: Set<ServerResponse>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  for (const response of live) {
    if (String(response.getHeader("content-type")).startsWith("text/event-stream")) response.end();
  }
  server.closeIdleConnections();
  await Promise.race([closed, wait(5_000, undefined, { ref: false })]);
  server.closeAllConnections();
  await closed;
}
