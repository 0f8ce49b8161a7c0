import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * A TCP port that nobody listens on: `preferred` if it is free. Else one below those that systems give to outgoing
 * connections (from 32768 up), so that none of them takes it while its listener is away for a moment.
 */
export async function freePort(preferred = 0, host = "127.0.0.1"): Promise<number> {
  if (preferred > 0 && (await tryPort(preferred, host))) return preferred;
  for (let tries = 0; tries < 20; tries++) {
    const found = await tryPort(randomInt(20_000, 32_000), host);
    if (found) return found;
  }
  return (await tryPort(0, host)) ?? 0;
}

/** null when the port can be listened on, else the system's code: EADDRINUSE, EACCES, EADDRNOTAVAIL… */
export function whyNotListen(port: number, host: string): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => resolve(String(Reflect.get(error, "code"))));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}

function tryPort(port: number, host: string): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(null));
    server.listen(port, host, () => {
      const address = server.address();
      const found = address && typeof address === "object" ? address.port : null;
      server.close(() => resolve(found));
    });
  });
}
