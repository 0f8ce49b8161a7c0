import { isAbsolute, resolve } from "node:path";
import { z } from "zod";

/**
 * Every setting, read once at the door. The only file that touches `process.env`.
 * `docs/operations.md` explains each; a wrong value stops the start with one sentence that names it.
 */
export interface Env {
  nodeEnv: "production" | "development" | "test";
  web: {
    host: string;
    port: number;
    /** How people reach the desk; no slash at the end. */
    publicUrl: string;
    /** How this machine reaches it, past any proxy. */
    localUrl: string;
    secureCookies: boolean;
    trustedProxies: string[];
  };
  /** Absolute. Embedded database, attachments, secrets, unsent mail, logs, pid files. */
  dataDir: string;
  /** null: the embedded PostgreSQL in `dataDir`, whose address only `baton start` knows. */
  databaseUrl: string | null;
  /** null: queues live in Postgres. */
  redisUrl: string | null;
  /** null: no inbound SMTP. */
  smtpListen: { host: string; port: number } | null;
  /** null: no LMTP. Only for a mail server of yours: it asks nobody who they are. */
  lmtpListen: { host: string; port: number } | null;
  /** PEM files for STARTTLS. null: a self-signed pair that is made in `dataDir/smtp-tls`. */
  smtpTls: { keyFile: string; certFile: string } | null;
  /** null: outgoing mail is kept in `dataDir/mail-out`. */
  smtpUrl: string | null;
  mail: { from: string; domain: string };
  admin: { email: string; password: string | null } | null;
  ai: {
    /** `builtin`, or a LangChain provider name. */
    provider: string;
    model: string;
    baseUrl: string | null;
    apiKey: string | null;
    /** A cheaper model of the same provider, for when most of the day's money is spent. */
    cheapModel: string | null;
    dailyBudgetUsd: number | null;
  };
  /** null: decided at the start, `demo` for a new embedded database, else `none`. */
  seed: "demo" | "none" | null;
  /** `host` or `host:port` inside our own network that webhooks may call all the same. */
  webhookPrivateHosts: string[];
  /** null until `baton` has read or made `dataDir/secret`. At least 32 characters. */
  secret: string | null;
  retentionDays: number | null;
  s3Url: string | null;
  otlpEndpoint: string | null;
  logLevel: "trace" | "debug" | "info" | "warn" | "error" | "silent";
}

/** The start stops here: the message is one sentence that names the setting. */
export class SettingError extends Error {
  override name = "SettingError";
}

/** Names a wrong value, not its content: a setting may hold a secret. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = Settings.safeParse(withoutBlanks(source));
  if (!parsed.success) throw new SettingError(oneSentence(parsed.error.issues));
  const s = parsed.data;
  if (s.NODE_ENV === "production" && !s.SECRET && !s.DATA_DIR) {
    throw new SettingError(
      "SECRET is required in production unless DATA_DIR says where to keep a generated one.",
    );
  }
  const publicUrl = (s.PUBLIC_URL ?? `http://${urlHost(s.HOST)}:${s.PORT}`).replace(/\/+$/, "");
  const [provider, model] = s.AI_MODEL;
  return {
    nodeEnv: s.NODE_ENV,
    web: {
      host: s.HOST,
      port: s.PORT,
      publicUrl,
      localUrl: `http://${urlHost(s.HOST)}:${s.PORT}`,
      secureCookies: publicUrl.startsWith("https://"),
      trustedProxies: s.TRUSTED_PROXIES,
    },
    dataDir: absolute(s.DATA_DIR ?? ".baton"),
    databaseUrl: s.DATABASE_URL ?? null,
    redisUrl: s.REDIS_URL ?? null,
    smtpListen: s.SMTP_LISTEN,
    lmtpListen: s.LMTP_LISTEN,
    smtpTls: tlsFiles(s.SMTP_TLS_KEY, s.SMTP_TLS_CERT),
    smtpUrl: s.SMTP_URL ?? null,
    mail: { from: s.MAIL_FROM, domain: s.MAIL_DOMAIN },
    admin: s.ADMIN_EMAIL ? { email: s.ADMIN_EMAIL, password: s.ADMIN_PASSWORD ?? null } : null,
    ai: {
      provider,
      model,
      baseUrl: s.AI_BASE_URL ?? null,
      apiKey: s.AI_API_KEY ?? null,
      cheapModel: cheapModelOf(provider, s.AI_MODEL_CHEAP),
      dailyBudgetUsd: s.AI_DAILY_BUDGET_USD ?? null,
    },
    seed: s.SEED ?? null,
    webhookPrivateHosts: s.WEBHOOK_PRIVATE_HOSTS,
    secret: s.SECRET ?? null,
    retentionDays: s.RETENTION_DAYS ?? null,
    s3Url: s.S3_URL ?? null,
    otlpEndpoint: s.OTEL_EXPORTER_OTLP_ENDPOINT ?? null,
    logLevel: s.LOG_LEVEL,
  };
}

/** Whether they can be read and belong together is seen where they are used: not every process has them. */
function tlsFiles(key: string | undefined, cert: string | undefined): Env["smtpTls"] {
  if (!key && !cert) return null;
  if (!cert) throw new SettingError("The setting SMTP_TLS_KEY is wrong: it must go with SMTP_TLS_CERT.");
  if (!key) throw new SettingError("The setting SMTP_TLS_CERT is wrong: it must go with SMTP_TLS_KEY.");
  return { keyFile: absolute(key), certFile: absolute(cert) };
}

let settled: Env | undefined;

/** This process's settings, validated at the first call and the same ever after. */
export function env(): Env {
  settled ??= readEnv();
  return settled;
}

/**
 * Puts what `baton` found out (the embedded database's address, the secret) where this process and its
 * children read it, and returns the settings with it.
 */
export function settle(found: Record<string, string>): Env {
  Object.assign(process.env, found);
  settled = readEnv();
  return settled;
}

/** The environment for a child process: ours, with the given settings over it. */
export function childEnvironment(over: Record<string, string | undefined> = {}): NodeJS.ProcessEnv {
  return { ...process.env, ...over };
}

/** npm started us, through a shell. */
export function underNpm(): boolean {
  return process.env.npm_lifecycle_event !== undefined;
}

const port = z.coerce
  .number({ error: "must be a port number" })
  .int("must be a port number")
  .min(1, "must be between 1 and 65535")
  .max(65535, "must be between 1 and 65535");
const email = z
  .string()
  .regex(/^[^\s@<>"]+@[^\s@<>"]+$/, "must be an e-mail address such as support@example.com");

function url(...protocols: string[]) {
  const said = `must be a URL that starts with ${protocols.map((p) => `${p}//`).join(" or ")}`;
  return z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), said);
}

function commaList() {
  return z
    .string()
    .default("")
    .transform((text) =>
      text
        .split(",")
        .map((part) => part.trim())
        .filter(Boolean),
    );
}

const listen = z.string().transform((text, ctx) => {
  if (text === "off") return null;
  const [, host, digits] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
  const number = Number(digits);
  if (number >= 1 && number <= 65535)
    return { host: host?.replace(/^\[|\]$/g, "") ?? "127.0.0.1", port: number };
  ctx.addIssue({ code: "custom", message: "must be host:port, such as 127.0.0.1:2525, or off" });
  return z.NEVER;
});

/** The cheaper model is another model of the same provider: one address and one key serve both. */
function cheapModelOf(provider: string, cheap: [string, string] | undefined): string | null {
  if (!cheap) return null;
  if (cheap[0] !== provider)
    throw new SettingError("AI_MODEL_CHEAP must have the same provider as AI_MODEL.");
  return cheap[1];
}

const aiModel = z.string().transform((text, ctx): [string, string] => {
  if (text === "builtin") return ["builtin", "builtin"];
  const colon = text.indexOf(":");
  if (colon > 0 && colon < text.length - 1) return [text.slice(0, colon), text.slice(colon + 1)];
  ctx.addIssue({ code: "custom", message: "must be builtin or provider:model, such as openai:gpt-5" });
  return z.NEVER;
});

const Settings = z.object({
  NODE_ENV: z
    .enum(["production", "development", "test"], { error: "must be production, development or test" })
    .default("development"),
  PORT: port.default(3000),
  HOST: z.string().default("127.0.0.1"),
  PUBLIC_URL: url("http:", "https:").optional(),
  DATA_DIR: z.string().optional(),
  DATABASE_URL: url("postgres:", "postgresql:").optional(),
  REDIS_URL: url("redis:", "rediss:").optional(),
  SMTP_LISTEN: listen.prefault("127.0.0.1:2525"),
  LMTP_LISTEN: listen.prefault("off"),
  SMTP_TLS_KEY: z.string().optional(),
  SMTP_TLS_CERT: z.string().optional(),
  SMTP_URL: url("smtp:", "smtps:").optional(),
  MAIL_FROM: email.default("support@localhost"),
  MAIL_DOMAIN: z
    .string()
    .regex(/^[a-z0-9.-]+$/i, "must be a domain name such as example.com")
    .default("localhost"),
  ADMIN_EMAIL: email.optional(),
  ADMIN_PASSWORD: z.string().min(12, "must have at least 12 characters").optional(),
  AI_MODEL: aiModel.prefault("builtin"),
  AI_MODEL_CHEAP: aiModel.optional(),
  AI_BASE_URL: url("http:", "https:").optional(),
  AI_API_KEY: z.string().optional(),
  AI_DAILY_BUDGET_USD: z.coerce
    .number({ error: "must be an amount in dollars" })
    .min(0, "must not be negative")
    .optional(),
  SEED: z.enum(["demo", "none"], { error: "must be demo or none" }).optional(),
  SECRET: z.string().min(32, "must have at least 32 characters").optional(),
  TRUSTED_PROXIES: commaList(),
  WEBHOOK_PRIVATE_HOSTS: commaList(),
  RETENTION_DAYS: z.coerce
    .number({ error: "must be a number of days" })
    .int("must be a whole number of days")
    .min(1, "must be at least 1")
    .optional(),
  S3_URL: url("http:", "https:", "s3:").optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url("http:", "https:").optional(),
  LOG_LEVEL: z
    .enum(["trace", "debug", "info", "warn", "error", "silent"], {
      error: "must be trace, debug, info, warn, error or silent",
    })
    .default("info"),
});

function withoutBlanks(source: Record<string, string | undefined>): Record<string, string> {
  const known = Object.keys(Settings.shape);
  const entries = known.map((name) => [name, source[name]?.trim()]).filter(([, value]) => value);
  return Object.fromEntries(entries);
}

function oneSentence(issues: readonly { path: PropertyKey[]; message: string }[]): string {
  const issue = issues[0];
  return `The setting ${String(issue?.path[0] ?? "?")} is wrong: it ${issue?.message ?? "is not valid"}.`;
}

function absolute(path: string): string {
  return isAbsolute(path) ? path : resolve(process.cwd(), path);
}

function urlHost(host: string): string {
  const shown = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return shown.includes(":") ? `[${shown}]` : shown;
}
