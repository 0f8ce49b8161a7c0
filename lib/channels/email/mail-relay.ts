import { Readable } from "node:stream";
import SMTPConnection from "nodemailer/lib/smtp-connection";
import { clean, truncate } from "#lib/domain/text/clean.ts";
import { credentialsOf, type Relay } from "./relay.ts";
import type { SendOutcome } from "./send-email.ts";

/** A relay that says nothing for so long is given up on. The last is for the whole mail. Milliseconds. */
const timeouts = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
};
const wholeMailMs = 50_000;

/** How far the conversation came: what the relay may have done with the mail follows from it. */
type Stage = "connecting" | "envelope" | "body" | "accepted";

/**
 * One mail, one connection. nodemailer's pool would send a mail again by itself when the connection drops after
 * DATA (`maxRequeues`), and hides how far the first try came; that knowledge is the point here. Never throws.
 */
export async function sendThroughRelay(
  relay: Relay,
  envelope: { from: string; to: string[] },
  raw: Buffer,
  signal?: AbortSignal,
): Promise<SendOutcome> {
  const connection = new SMTPConnection({ ...timeouts, ...relay.server, logger: false });
  let stage: Stage = "connecting";
  const reach = (next: Stage) => {
    stage = next;
  };
  try {
    return await new Promise<SendOutcome>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("the relay took too long")), wholeMailMs);
      const stop = () => reject(new Error("this process ends"));
      connection.on("error", reject);
      connection.on("end", () => reject(new Error("the relay closed the connection")));
      signal?.addEventListener("abort", stop, { once: true });
      void converse(connection, relay, envelope, raw, reach)
        .then(resolve, reject)
        .finally(() => {
          clearTimeout(timer);
          signal?.removeEventListener("abort", stop);
        });
    });
  } catch (error) {
    return outcomeOf(error, stage);
  } finally {
    connection.close();
  }
}

async function converse(
  connection: SMTPConnection,
  { auth }: Relay,
  envelope: { from: string; to: string[] },
  raw: Buffer,
  reach: (stage: Stage) => void,
): Promise<SendOutcome> {
  await called((done) => connection.connect(done));
  if (auth && connection.allowsAuth) await called((done) => connection.login(credentialsOf(auth), done));
  reach("envelope");
  const body = Readable.from([raw]);
  // The body is read only after the relay asked for it, and the final dot follows its end at once.
  body.once("end", () => reach("body"));
  const result = await called<Result>((done) =>
    connection.send({ ...envelope, size: raw.length, use8BitMime: true }, body, done),
  );
  reach("accepted");
  connection.quit();
  return {
    kind: "sent",
    response: said(result.response ?? "accepted"),
    refusals: (result.rejectedErrors ?? []).map((error) => ({
      address: String(Reflect.get(error, "recipient") ?? ""),
      code: numberIn(error, "responseCode"),
      response: said(String(Reflect.get(error, "response") ?? error.message)),
    })),
  };
}

/** `rejectedErrors` has one error a recipient that was refused while others were taken. */
type Result = { response?: string; rejectedErrors?: Error[] };

/** A 5xx to the login is a wrong setting, not a wrong mail: only answers to the mail itself refuse it. */
function outcomeOf(error: unknown, stage: Stage): SendOutcome {
  const code = numberIn(error, "responseCode");
  const response = said(error instanceof Error ? error.message : String(error));
  if (stage === "accepted") return { kind: "sent", response };
  if (stage !== "connecting" && code !== null) {
    return code >= 500 ? { kind: "refused", code, response } : { kind: "deferred", code, response };
  }
  if (stage === "body") return { kind: "unknown", response };
  if (Reflect.get(Object(error), "code") === "EMESSAGE") return { kind: "refused", code, response };
  return { kind: "deferred", code, response };
}

function numberIn(error: unknown, key: string): number | null {
  const value: unknown = Reflect.get(Object(error), key);
  return typeof value === "number" && value >= 400 ? value : null;
}

const said = (text: string) => truncate(clean(text.replace(/\s+/g, " ").trim()), 300);

/** A node-style callback as a promise. */
function called<Result>(
  run: (done: (error?: Error | null, result?: Result) => void) => void,
): Promise<Result> {
  return new Promise((resolve, reject) => {
    run((error, result) => (error ? reject(error) : resolve(result as Result)));
  });
}

/** Connects, logs in and says good-bye; resolves with the server's name for itself, rejects with what it said. */
export async function tryRelay(relay: Relay): Promise<string> {
  const connection = new SMTPConnection({ ...timeouts, ...relay.server, logger: false });
  try {
    return await new Promise<string>((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error("the relay took too long")), wholeMailMs);
      connection.on("error", reject);
      connection.on("end", () => reject(new Error("the relay closed the connection")));
      const talk = async () => {
        await called((done) => connection.connect(done));
        const { auth } = relay;
        if (auth && !connection.allowsAuth) throw new Error("the server offers no log-in");
        if (auth) await called((done) => connection.login(credentialsOf(auth), done));
        connection.quit();
        return said(String(Reflect.get(connection, "lastServerResponse") || "connected"));
      };
      talk()
        .then(resolve, reject)
        .finally(() => clearTimeout(timer));
    });
  } finally {
    connection.close();
  }
}
