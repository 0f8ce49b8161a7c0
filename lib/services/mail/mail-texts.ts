import type { MessageValues } from "#lib/i18n/format-message.ts";
import type { Locale } from "#lib/i18n/locale.ts";
import { messagesFor } from "#lib/i18n/messages.ts";
import { translator } from "#lib/i18n/translate.ts";

/** The fixed words of a mail the desk writes by itself. */
export function mailText(
  locale: Locale,
  kind: "acknowledgement" | "rating",
  values: MessageValues,
): { subject: string; body: string } {
  const t = translator(locale, messagesFor(locale));
  return { subject: t(`mail.${kind}.subject`, values), body: t(`mail.${kind}.body`, values) };
}

/** What stands below every answer of the assistant: who wrote it and the way to a person. */
export function answerFooter(locale: Locale, link: string): string {
  return translator(locale, messagesFor(locale))("mail.answerFooter", { link });
}
