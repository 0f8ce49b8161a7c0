/** What a report says of one recipient. */
export interface FailedRecipient {
  address: string;
  /** Enhanced status, RFC 3463; null when the report has none. */
  status: string | null;
}

/** No such mailbox or domain, for good: one report is enough to stop writing there by ourselves. */
const gone = /^5\.1\.(?:0|1|2|3|6|10)$/;
/** Refused for another reason that will not pass. It may still be about the mail, so it has to happen again. */
const refused = /^5\./;
export const mostRefusals = 3;

/**
 * Which of the people whom a mail went to are to be written to no more. A report speaks only for them: it may name
 * whom it likes, and anybody who got the mail could have made it up. Where the mail had one recipient, it is that one,
 * whatever the address behind an alias is called.
 */
export function deadRecipients(
  sentTo: readonly string[],
  failed: readonly FailedRecipient[],
  /** How often mail to an address came back before this report. */
  earlierRefusals: (address: string) => number,
): string[] {
  const known = new Set(sentTo.map((address) => address.toLowerCase()));
  const only = known.size === 1 ? sentTo[0]!.toLowerCase() : null;
  const dead = failed.flatMap(({ address, status }) => {
    const named = address.toLowerCase();
    const meant = known.has(named) ? named : only;
    if (!meant || !status) return [];
    if (gone.test(status)) return [meant];
    return refused.test(status) && earlierRefusals(meant) + 1 >= mostRefusals ? [meant] : [];
  });
  return [...new Set(dead)];
}
