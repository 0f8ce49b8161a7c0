/** The longest time in which a reply can be taken back by hand, in milliseconds. */
export const longestUndoMs = 60_000;

/** Whether a mail written at `writtenAt` leaves later on purpose, and not only to give its writer time to take it back. */
export function isPutOff(writtenAt: Date, sendAt: Date): boolean {
  return sendAt.getTime() - writtenAt.getTime() > longestUndoMs;
}
