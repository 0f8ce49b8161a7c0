import { expect, test } from "vitest";
import { readEnv, SettingError } from "./env.ts";

test("an empty environment gives a desk on this machine", () => {
  expect(readEnv({})).toMatchObject({
    web: { host: "127.0.0.1", port: 3000, publicUrl: "http://127.0.0.1:3000", secureCookies: false },
    databaseUrl: null,
    redisUrl: null,
    smtpListen: { host: "127.0.0.1", port: 2525 },
    lmtpListen: null,
    smtpTls: null,
    mail: { from: "support@localhost", domain: "localhost" },
    ai: { provider: "builtin", model: "builtin" },
    admin: null,
    seed: null,
    secret: null,
  });
});

test.each([
  ["SMTP_LISTEN", "off", { smtpListen: null }],
  ["SMTP_LISTEN", "[::1]:25", { smtpListen: { host: "::1", port: 25 } }],
  ["LMTP_LISTEN", "127.0.0.1:2424", { lmtpListen: { host: "127.0.0.1", port: 2424 } }],
  ["AI_MODEL", "ollama:qwen3:8b", { ai: { provider: "ollama", model: "qwen3:8b" } }],
  [
    "PUBLIC_URL",
    "https://desk.example/",
    { web: { publicUrl: "https://desk.example", secureCookies: true } },
  ],
  ["TRUSTED_PROXIES", "10.0.0.1, 10.0.0.2", { web: { trustedProxies: ["10.0.0.1", "10.0.0.2"] } }],
  ["WEBHOOK_PRIVATE_HOSTS", "crm.inside:8080", { webhookPrivateHosts: ["crm.inside:8080"] }],
  ["REDIS_URL", "  ", { redisUrl: null }],
  ["HOST", "0.0.0.0", { web: { publicUrl: "http://localhost:3000" } }],
])("%s=%s is understood", (name, value, expected) => {
  expect(readEnv({ [name]: value })).toMatchObject(expected);
});

test.each([
  ["PORT", "http"],
  ["PORT", "70000"],
  ["PUBLIC_URL", "desk.example"],
  ["DATABASE_URL", "mysql://x/y"],
  ["REDIS_URL", "localhost:6379"],
  ["SMTP_LISTEN", "everywhere"],
  ["LMTP_LISTEN", "/run/baton.sock"],
  ["SMTP_TLS_KEY", "key.pem"],
  ["SMTP_TLS_CERT", "cert.pem"],
  ["MAIL_FROM", "nobody"],
  ["ADMIN_PASSWORD", "letmein"],
  ["AI_MODEL", "llama"],
  ["AI_DAILY_BUDGET_USD", "-1"],
  ["SEED", "yes"],
  ["SECRET", "short"],
  ["RETENTION_DAYS", "0.5"],
  ["LOG_LEVEL", "loud"],
])("%s=%s is refused in one sentence that names it and not its value", (name, value) => {
  const refuse = () => readEnv({ [name]: value });
  expect(refuse).toThrow(SettingError);
  expect(refuse).toThrow(new RegExp(`^The setting ${name} is wrong: it must .*\\.$`));
  expect(refuse).not.toThrow(new RegExp(`\\b${value}\\b(?!@)`));
});

test("production needs a secret or a place to keep one", () => {
  expect(() => readEnv({ NODE_ENV: "production" })).toThrow("SECRET is required");
  expect(readEnv({ NODE_ENV: "production", DATA_DIR: "/srv/baton" }).dataDir).toBe("/srv/baton");
});
