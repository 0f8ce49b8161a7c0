/** How a mailbox elsewhere is reached. Secrets are not in here. */
export const securities = ["tls", "starttls", "none"] as const;
export type Security = (typeof securities)[number];

export const authKinds = ["password", "google", "microsoft", "other"] as const;
export type AuthKind = (typeof authKinds)[number];

export type ServerAddress = { host: string; port: number; security: Security; user: string };

export type ImapPlace = ServerAddress & {
  /** The first one is listened to; the others are looked at each minute. */
  folders: string[];
  /** What happens to a mail on the server once it is committed here. */
  afterwards: "seen" | "move";
  moveTo: string | null;
  /** false: mail from before the mailbox was connected stays where it is. */
  takeOld: boolean;
};

export type OauthClient = {
  clientId: string;
  /** Microsoft only; `common` otherwise. */
  tenant: string;
  /** Any other provider: where it asks its people, where it hands out tokens, and what for. */
  authorizeUrl?: string;
  tokenUrl?: string;
  scope?: string;
};

/** Sealed in the database, opened in the workers only. */
export type MailboxSecrets = {
  imapPassword?: string;
  smtpPassword?: string;
  clientSecret?: string;
  refreshToken?: string;
  accessToken?: string;
};

/** What one message elsewhere has gone through: tries that failed, then aside, where a person sees it. */
export const maxFetchTries = 3;

/** A refresh token that ends this soon is told aloud. Days. */
const warnDays = 7;

export const mailboxAlarms = [
  "token_refused",
  "token_ends_soon",
  "token_ended",
  "unreachable",
  "quarantine",
] as const;
export type MailboxAlarm = (typeof mailboxAlarms)[number];

/** What a person has to hear about a mailbox, the worst first; null when all is well. */
export function alarmOf(
  facts: {
    tokenError: string | null;
    refreshTokenEndsAt: Date | null;
    failingSince: Date | null;
    quarantined: number;
  },
  now: Date,
): MailboxAlarm | null {
  const { refreshTokenEndsAt: end, failingSince } = facts;
  if (end && end <= now) return "token_ended";
  if (facts.tokenError) return "token_refused";
  if (failingSince && now.getTime() - failingSince.getTime() > 5 * 60_000) return "unreachable";
  if (end && end.getTime() - now.getTime() < warnDays * 86_400_000) return "token_ends_soon";
  return facts.quarantined > 0 ? "quarantine" : null;
}

/** Alarms under which mail does not come in: the desk is not ready. */
export const stopsMail = (alarm: MailboxAlarm | null): boolean =>
  alarm === "token_ended" || alarm === "token_refused" || alarm === "unreachable";
