import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { freePort } from "#bin/free-port.ts";
import { flagsOf } from "#bin/start/children.ts";
import { childEnvironment } from "#lib/env.ts";
import { launchBrowser, openPage, signIn } from "#tests/support/browser.ts";
import { launchRole } from "#tests/support/processes.ts";
import { largeDesk, person, secret } from "./large/desk.ts";
import { quantiles } from "./quantiles.ts";

/**
 * A list of fifty, a ticket of ten messages and a reply, on the built desk with so many tickets; and in the same run, in
 * turns with them, a bare page of the framework with fifty rows. Needs `npm run build`.
 *
 *     node bench/pages.ts 1000 100000 1000000
 */
const sizes = process.argv.slice(2).map(Number).filter(Boolean);
const folder = childEnvironment().BENCH_FOLDER ?? join(tmpdir(), "baton-large");
const bareDir = join(import.meta.dirname, "bare");
const times = 60;
const warmUp = 8;

await buildBare();
for (const size of sizes.length > 0 ? sizes : [1_000, 100_000]) {
  // As young as the desk that it is compared with.
  const bare = await startBare();
  try {
    console.log(JSON.stringify(await measure(size, bare)));
  } finally {
    bare.stop();
  }
}

async function measure(tickets: number, bare: { url: string }) {
  const desk = await largeDesk(folder, tickets);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const dataDir = join(folder, `${tickets}-web`);
  mkdirSync(join(dataDir, "log"), { recursive: true });
  const web = launchRole(
    "web",
    {
      DATA_DIR: dataDir,
      DATABASE_URL: desk.url,
      REDIS_URL: "",
      SECRET: secret,
      HOST: "127.0.0.1",
      PORT: String(port),
      PUBLIC_URL: "",
      MAIL_DOMAIN: "desk.test",
      MAIL_FROM: "support@desk.test",
      LOG_LEVEL: "warn",
    },
    join(dataDir, "log/web.log"),
    flagsOf("web"),
  );
  try {
    await until(`${url}/api/health`);
    const cookie = await cookieOf(url);
    // The one that is read is not the one that is answered, which grows.
    const [read, answered] = await desk.connection.sql<{ number: number }[]>`
      select number from tickets t where lane = 'inbox' and (select count(*) from messages where ticket_id = t.id) = 10
      order by number desc limit 2`;
    const get = (address: string) => async () => {
      const answer = await fetch(address, { headers: { cookie }, redirect: "manual" });
      if (answer.status !== 200) throw new Error(`${address} answered ${answer.status}`);
      await answer.text();
    };
    let n = 0;
    const reply = async () => {
      const answer = await fetch(`${url}/api/v1/tickets/${answered!.number}/messages`, {
        method: "POST",
        headers: { authorization: `Bearer ${desk.token}`, "content-type": "application/json" },
        body: JSON.stringify({ kind: "reply", body: `It leaves tomorrow. ${n++}` }),
      });
      if (answer.status !== 201) throw new Error(`the reply answered ${answer.status}`);
      await answer.text();
    };
    const works = {
      bare: get(bare.url),
      list: get(`${url}/inbox`),
      mine: get(`${url}/inbox?view=mine&sort=due`),
      ticket: get(`${url}/tickets/${read!.number}`),
      reply,
    };
    const taken: Record<string, number[]> = {};
    for (let turn = 0; turn < times + warmUp; turn++) {
      for (const [name, work] of Object.entries(works)) {
        const began = performance.now();
        await work();
        taken[name] ??= [];
        if (turn >= warmUp) taken[name].push(performance.now() - began);
      }
    }
    const floor = quantiles(taken.bare!).p50;
    const figures = Object.entries(taken).map(([name, values]) => {
      const measured = quantiles(values);
      return [name, { ...measured, n: values.length, toFloor: Math.round((10 * measured.p50) / floor) / 10 }];
    });
    return { tickets, fillSeconds: desk.fillSeconds, ...Object.fromEntries(figures) };
  } finally {
    await web.end("SIGTERM");
    await desk.stop();
  }
}

async function cookieOf(url: string): Promise<string> {
  const browser = await launchBrowser();
  try {
    const page = await openPage(browser);
    await signIn(page, url, person);
    return (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  } finally {
    await browser.close();
  }
}

function buildBare(): Promise<void> {
  return new Promise<void>((resolve, reject) => {
    spawn("npx", ["next", "build", bareDir], { stdio: "ignore" }).once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error("the bare page did not build")),
    );
  });
}

async function startBare(): Promise<{ url: string; stop(): void }> {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    ["node_modules/next/dist/bin/next", "start", bareDir, "-p", String(port), "-H", "127.0.0.1"],
    { stdio: "ignore" },
  );
  const url = `http://127.0.0.1:${port}`;
  await until(url);
  return { url, stop: () => child.kill() };
}

async function until(url: string): Promise<void> {
  for (let n = 0; n < 300; n++) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`${url} does not answer`);
}
