import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fetchImage } from "./fetch-image.ts";

const png = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
const corpus = new URL("../../../../shared/security/inputs/ssrf-urls.jsonl", import.meta.url);

describe("the picture of a stranger", () => {
  let server: Server;
  let port = 0;
  const asked: { url: string; headers: object }[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push({ url: request.url ?? "", headers: request.headers });
      const [, path] = (request.url ?? "").split("/");
      if (path === "picture") response.setHeader("content-type", "text/html").end(png);
      else if (path === "page")
        response.setHeader("content-type", "image/png").end("<script>alert(1)</script>");
      else if (path === "to-private")
        response.writeHead(302, { location: `http://10.0.0.1:${port}/x` }).end();
      else if (path === "round") response.writeHead(302, { location: "/round" }).end();
      else if (path === "large") response.end(Buffer.concat([png, Buffer.alloc(6 << 20)]));
      else response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  const signal = new AbortController().signal;
  /** As if the test's own server stood in the public internet. */
  const opened = {
    signal,
    resolve: async () => ["127.0.0.1"],
    mayReach: (address: string) => address === "127.0.0.1",
  };

  test.each([
    ["is fetched whatever it says it is", "picture", { kind: "fetched", type: "image/png", bytes: png }],
    ["is refused when it is a page", "page", { kind: "refused", reason: "not_an_image" }],
    ["is refused when it leads inside", "to-private", { kind: "refused", reason: "private_address" }],
    ["is refused when it leads nowhere", "round", { kind: "refused", reason: "redirects" }],
    ["is refused when it is huge", "large", { kind: "refused", reason: "too_large" }],
    ["is refused when it is gone", "gone", { kind: "refused", reason: "not_found" }],
  ])("%s", async (_, path, answer) => {
    expect(await fetchImage(`http://shop.example:${port}/${path}`, opened)).toEqual(answer);
  });

  test("tells nothing about the reader", () => {
    expect(
      asked.flatMap(({ headers }) => Object.keys(headers)).filter((name) => /cookie|referer/.test(name)),
    ).toEqual([]);
  });

  test("a name that points inside is not followed, one of several addresses is enough", async () => {
    const resolve = async () => ["93.184.216.34", "127.0.0.1"];
    expect(await fetchImage("http://rebind.example/a.png", { signal, resolve })).toEqual({
      kind: "refused",
      reason: "private_address",
    });
  });

  test("no byte reaches a listener inside by any address of the corpus", async (context) => {
    if (!existsSync(corpus)) return context.skip("the corpus is not here");
    const rows = readFileSync(corpus, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line).url as string);
    asked.length = 0;
    for (const row of rows) {
      const url = row.replace("REDIRECT->", "").replace("PORT", String(port));
      const answer = await fetchImage(url, { signal, resolve: async () => ["127.0.0.1"] });
      expect(answer.kind, row).toBe("refused");
    }
    expect(asked).toEqual([]);
  });
});
