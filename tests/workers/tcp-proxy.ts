import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** A door in front of a real server, which can be shut: everything in flight is cut, nothing new gets in. */
export type Door = { port: number; open(): Promise<void>; shut(): Promise<void> };

export async function doorTo(target: { host: string; port: number }): Promise<Door> {
  const sockets = new Set<Socket>();
  let server: Server | null = null;
  let port = 0;

  const open = async () => {
    server = createServer((outside) => {
      const inside = connect(target);
      for (const socket of [outside, inside]) {
        sockets.add(socket);
        socket.on("error", () => {});
        socket.on("close", () => {
          sockets.delete(socket);
          outside.destroy();
          inside.destroy();
        });
      }
      outside.pipe(inside).pipe(outside);
    });
    await new Promise<void>((resolve, reject) => {
      server!.once("error", reject);
      server!.listen(port, "127.0.0.1", resolve);
    });
    port = (server.address() as AddressInfo).port;
  };
  const shut = async () => {
    const closed = new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
    server = null;
  };

  await open();
  return {
    get port() {
      return port;
    },
    open,
    shut,
  };
}
