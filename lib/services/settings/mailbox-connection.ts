import { generateKeyPairSync } from "node:crypto";
import { and, eq, gt, sql } from "drizzle-orm";
import { z } from "zod";
import { newId } from "#db/ids.ts";
import { connectionTests, imapStumbles, mailboxConnections, mailboxes } from "#db/schema/index.ts";
import { authKinds, type MailboxSecrets, securities } from "#lib/domain/mailboxes/connection.ts";
import { isSafeEndpoint } from "#lib/domain/mailboxes/oauth.ts";
import type { Context } from "../context.ts";
import { invalid, notFound } from "../errors.ts";
import { id, parseInput, text } from "../input.ts";
import { openSecrets, sealKey, sealSecrets } from "../mailboxes/mailbox-secrets.ts";
import { transact } from "../transact.ts";

/** A name or address, nothing that a command line of SMTP or IMAP could be broken with. */
const oneWord = (most: number) => text(most, 0).refine((word) => !/[\s\p{Cc}]/u.test(word), "one word");
const server = {
  host: oneWord(255).refine((host) => host.length > 0, "required"),
  port: z.int().min(1).max(65_535),
  security: z.enum(securities),
  user: oneWord(320),
};
const folderName = () => text(255, 1).refine((name) => !/\p{Cc}/u.test(name), "one line");
const secret = () => z.string().max(10_000);

const endpoint = () => z.string().max(2000).refine(isSafeEndpoint, "https");

const SaveConnection = z.strictObject({
  mailboxId: id(),
  imap: z
    .strictObject({
      ...server,
      folders: z.array(folderName()).min(1).max(20),
      afterwards: z.enum(["seen", "move"]),
      moveTo: folderName().nullable(),
      takeOld: z.boolean(),
    })
    .refine(({ afterwards, moveTo }) => afterwards === "seen" || moveTo !== null, { path: ["moveTo"] })
    .refine(({ folders, moveTo }) => !moveTo || !folders.includes(moveTo), { path: ["moveTo"] })
    .nullable(),
  smtp: z.strictObject(server).nullable(),
  auth: z.enum(authKinds),
  oauth: z
    .strictObject({
      clientId: oneWord(500),
      tenant: oneWord(100),
      authorizeUrl: endpoint().optional(),
      tokenUrl: endpoint().optional(),
      scope: text(1000, 0).optional(),
    })
    .nullable(),
  /** Empty or left out: the one that is kept stays. */
  secrets: z
    .strictObject({
      imapPassword: secret(),
      smtpPassword: secret(),
      clientSecret: secret(),
      refreshToken: secret(),
    })
    .partial()
    .default({}),
  authservIds: z.array(oneWord(255)).max(20).default([]),
  trustedSealers: z.array(oneWord(255)).max(20).default([]),
});
export type SaveConnection = z.input<typeof SaveConnection>;

/** How a mailbox is reached. Doors that run start anew with it; a refused token is forgiven. */
export async function saveConnection(ctx: Context, input: SaveConnection): Promise<void> {
  ctx.must("mailbox.write");
  const { mailboxId, secrets, ...settings } = parseInput(SaveConnection, input);
  await transact(ctx, async ({ tx, audit }) => {
    const [mailbox] = await tx.select().from(mailboxes).where(eq(mailboxes.id, mailboxId));
    if (!mailbox) throw notFound("mailbox");
    const [known] = await tx
      .select()
      .from(mailboxConnections)
      .where(eq(mailboxConnections.mailboxId, mailboxId))
      .for("update");
    const owner = { secret: ctx.config.secret, mailboxId };
    const kept = openSecrets(owner, known?.secrets ?? null);
    // A password never follows to a server that somebody else chose.
    const moved = (a?: { host: string } | null, b?: { host: string } | null) => a && b && a.host !== b.host;
    if (moved(known?.imap, settings.imap)) delete kept.imapPassword;
    if (moved(known?.smtp, settings.smtp)) delete kept.smtpPassword;
    const isElsewhere =
      known &&
      (known.auth !== settings.auth ||
        known.oauth?.tokenUrl !== settings.oauth?.tokenUrl ||
        known.oauth?.clientId !== settings.oauth?.clientId);
    if (isElsewhere)
      for (const name of ["refreshToken", "accessToken", "clientSecret"] as const) delete kept[name];
    const given = Object.entries(secrets).filter(([, value]) => value);
    const renewed = { ...kept, ...(Object.fromEntries(given) as MailboxSecrets) };
    if (secrets.refreshToken) delete renewed.accessToken;
    const values = {
      ...settings,
      authservIds: settings.authservIds.map((name) => name.toLowerCase()),
      trustedSealers: settings.trustedSealers.map((name) => name.toLowerCase()),
      secrets: sealSecrets(owner, renewed),
      tokenError: null,
      failingSince: null,
      lastError: null,
      ...((secrets.refreshToken || isElsewhere) && { accessTokenEndsAt: null, refreshTokenEndsAt: null }),
    };
    await tx
      .insert(mailboxConnections)
      .values({ mailboxId, since: ctx.now, ...values })
      .onConflictDoUpdate({
        target: mailboxConnections.mailboxId,
        set: { ...values, version: sql`${mailboxConnections.version} + 1` },
      });
    await audit("mailbox.connected", `mailbox:${mailboxId}`, {
      imap: settings.imap?.host ?? null,
      smtp: settings.smtp?.host ?? null,
      auth: settings.auth,
      newSecrets: given.map(([name]) => name),
    });
  });
}

const TestConnection = z.strictObject({ mailboxId: id(), direction: z.enum(["imap", "smtp"]) });

/** Asks a worker to try the connection as it is kept. The answer comes into the same row. */
export async function testConnection(
  ctx: Context,
  input: z.input<typeof TestConnection>,
): Promise<{ id: string }> {
  ctx.must("mailbox.write");
  const { mailboxId, direction } = parseInput(TestConnection, input);
  return transact(ctx, async ({ tx, enqueue }) => {
    const [connection] = await tx
      .select()
      .from(mailboxConnections)
      .where(eq(mailboxConnections.mailboxId, mailboxId));
    if (!connection?.[direction]) throw invalid("This mailbox has no such server.");
    const [pending] = await tx
      .select({ id: connectionTests.id })
      .from(connectionTests)
      .where(
        and(
          eq(connectionTests.mailboxId, mailboxId),
          eq(connectionTests.direction, direction),
          eq(connectionTests.state, "pending"),
          gt(connectionTests.createdAt, new Date(ctx.now.getTime() - 60_000)),
        ),
      );
    if (pending) return pending;
    const row = { id: newId(ctx.now.getTime()), mailboxId, direction, createdAt: ctx.now };
    await tx.insert(connectionTests).values(row);
    await enqueue("mailbox.test", { testId: row.id });
    return { id: row.id };
  });
}

/** A new signing key. Mail is signed with it from now on, so the DNS record is to be changed at once. */
export async function makeDkimKey(ctx: Context, input: { mailboxId: string }): Promise<{ selector: string }> {
  ctx.must("mailbox.write");
  const { mailboxId } = parseInput(z.strictObject({ mailboxId: id() }), input);
  const { privateKey, publicKey } = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "der" },
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
  });
  // Another selector for each key, so that mail on its way still finds the old one.
  const selector = `baton${ctx.now.toISOString().slice(0, 16).replace(/\D/g, "")}`;
  const dkim = {
    dkimSelector: selector,
    dkimPublicKey: publicKey.toString("base64"),
    dkimPrivateKey: sealKey({ secret: ctx.config.secret, mailboxId }, privateKey),
  };
  return transact(ctx, async ({ tx, audit }) => {
    const [mailbox] = await tx.select().from(mailboxes).where(eq(mailboxes.id, mailboxId));
    if (!mailbox) throw notFound("mailbox");
    await tx
      .insert(mailboxConnections)
      .values({ mailboxId, since: ctx.now, ...dkim })
      .onConflictDoUpdate({ target: mailboxConnections.mailboxId, set: dkim });
    await audit("mailbox.dkim_key_made", `mailbox:${mailboxId}`, { selector });
    return { selector };
  });
}

/** Gives the mails that could not be taken three more tries. */
export async function retryQuarantined(ctx: Context, input: { mailboxId: string }): Promise<void> {
  ctx.must("mailbox.write");
  const { mailboxId } = parseInput(z.strictObject({ mailboxId: id() }), input);
  await transact(ctx, async ({ tx, audit }) => {
    await tx
      .update(imapStumbles)
      .set({ attempts: 0, quarantinedAt: null })
      .where(eq(imapStumbles.mailboxId, mailboxId));
    await audit("mailbox.quarantine_retried", `mailbox:${mailboxId}`);
  });
}
