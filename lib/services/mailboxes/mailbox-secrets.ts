import { seal, unseal } from "#lib/crypto/seal.ts";
import type { MailboxSecrets } from "#lib/domain/mailboxes/connection.ts";

type Owner = { secret: string; mailboxId: string };

const nameOf = ({ mailboxId }: Owner) => `mailbox:${mailboxId}`;

export function sealSecrets(owner: Owner, secrets: MailboxSecrets): string {
  return seal(owner.secret, nameOf(owner), JSON.stringify(secrets));
}

/** Empty when nothing is kept, or it was sealed by another installation's secret. */
export function openSecrets(owner: Owner, sealed: string | null): MailboxSecrets {
  const text = sealed === null ? null : unseal(owner.secret, nameOf(owner), sealed);
  return text === null ? {} : (JSON.parse(text) as MailboxSecrets);
}

export function sealKey(owner: Owner, pem: string): string {
  return seal(owner.secret, `${nameOf(owner)}:dkim`, pem);
}

export function openKey(owner: Owner, sealed: string | null): string | null {
  return sealed === null ? null : unseal(owner.secret, `${nameOf(owner)}:dkim`, sealed);
}
