/** What a person at the desk is told of. */
export const noticeKinds = [
  "assigned",
  "mentioned",
  "customer_answered",
  "followed",
  "clock_warning",
  "clock_breach",
  "nobody_fits",
  "mailbox_alarm",
  "side_answered",
  "side_failed",
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

/** What a person may ask to hear by mail; both moments of a clock are one choice, and both ends of a side conversation. */
export const mailedNotices = [
  "assigned",
  "mentioned",
  "customer_answered",
  "followed",
  "clock",
  "nobody_fits",
  "mailbox_alarm",
  "side",
] as const;
export type MailedNotice = (typeof mailedNotices)[number];

export function choiceOf(kind: NoticeKind): MailedNotice {
  if (kind === "clock_warning" || kind === "clock_breach") return "clock";
  return kind === "side_answered" || kind === "side_failed" ? "side" : kind;
}
