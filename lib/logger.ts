import pino from "pino";

/**
 * One structured line an event, to stdout. Bodies, addresses and secrets stay out; the paths below are a net
 * under that rule, not the rule.
 */
export type Logger = pino.Logger;

export interface LoggerOptions {
  /** `web`, `worker`, `smtp`, `start`… */
  role: string;
  level: string;
  destination?: pino.DestinationStream;
}

export function createLogger({ role, level, destination }: LoggerOptions): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: { role, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
    redact: { paths: netted, censor: "[kept out]" },
  };
  return destination ? pino(options, destination) : pino(options);
}

const secretKeys = [
  "password",
  "secret",
  "token",
  "apiKey",
  "authorization",
  "cookie",
  "databaseUrl",
  "redisUrl",
  "smtpUrl",
];
const contentKeys = ["body", "text", "html", "raw", "subject", "from", "to", "cc", "email", "address"];
const netted = [...secretKeys, ...contentKeys].flatMap((key) => [key, `*.${key}`]);

/**
 * drizzle puts the query and its parameters, customers' words among them, into `message`: so an error that
 * wraps another is told by its cause, and query text is never repeated.
 */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const cause = error.cause instanceof Error ? error.cause : undefined;
  const told = cause && error.message.startsWith("Failed query") ? cause : error;
  return {
    type: told.name,
    code: codeOf(told),
    message: told.message.slice(0, 500),
    stack: told.stack?.split("\n").filter(isFrame).slice(0, 8).join("\n"),
    ...(cause && told !== cause ? { cause: describeError(cause) } : {}),
  };
}

function isFrame(line: string): boolean {
  return /^\s+at /.test(line);
}

function codeOf(error: Error): string | undefined {
  const code: unknown = Reflect.get(error, "code");
  return typeof code === "string" ? code : undefined;
}
