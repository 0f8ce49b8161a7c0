"use client";
import { Languages } from "lucide-react";
import { useContext, useState } from "react";
import { formatLanguage } from "#lib/i18n/format.ts";
import { Button } from "../../ui/button.tsx";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { useToast } from "../../ui/toast.tsx";
import { PlainText } from "../plain-text.tsx";
import { TranslationContext } from "./translation-context.ts";

export type ReplyTranslationProps = {
  ticket: { id: string; language: string };
  /** What is written so far. */
  body: string;
  /** The translation that the body is; null while it is the writer's own words. */
  used: string | null;
  onUse: (text: string, translationId: string | null) => void;
};

/** Lets a reply be sent in the customer's language: shown beside the writer's words first, sent only by them. */
export function ReplyTranslation({ ticket, body, used, onUse }: ReplyTranslationProps) {
  const translations = useContext(TranslationContext);
  const { t, locale } = useI18n();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const { language } = ticket;
  if (!translations || language === "und" || language === locale) return null;
  const named = formatLanguage(locale, language);
  if (!translations.available)
    return (
      <p className="mt-1.5 text-faint text-xs">{t("translation.needsModelReply", { language: named })}</p>
    );

  const mine = translations.known.filter(({ direction, mine: own }) => direction === "out" && own);
  const taken = mine.find(({ id }) => id === used);
  if (taken)
    return (
      <p className="mt-1.5 flex flex-wrap items-center gap-2 text-faint text-xs">
        {t("translation.willSend", { language: named })}
        <Button look="quiet" size="sm" onClick={() => onUse(taken.original, null)}>
          {t("translation.back")}
        </Button>
      </p>
    );
  const newest = mine.find(({ messageId, original }) => messageId === null && original === body.trim());
  const request = async () => {
    setAsking(true);
    const { ok } = await translations.ask({ of: "reply", ticketId: ticket.id, text: body, to: language });
    setAsking(false);
    if (!ok) toast.show({ text: t("translation.failed"), tone: "breach" });
  };
  const waiting = asking || newest?.state === "asked";
  return (
    <div className="mt-1.5" role="status">
      {newest?.translated ? (
        <section
          aria-label={t("translation.inLanguage", { language: named })}
          className="rounded-md border border-line bg-sunken px-3 py-2"
        >
          <p className="mb-1 flex flex-wrap items-center gap-2 text-faint text-xs">
            <Languages aria-hidden className="size-3.5" /> {t("translation.inLanguage", { language: named })}
            <Button size="sm" onClick={() => onUse(newest.translated!, newest.id)}>
              {t("translation.use")}
            </Button>
          </p>
          <div className="max-h-40 overflow-y-auto">
            <PlainText text={newest.translated} />
          </div>
        </section>
      ) : (
        <Button
          look="quiet"
          size="sm"
          className="-ml-2"
          disabled={waiting || body.trim() === ""}
          onClick={() => void request()}
        >
          <Languages />
          {t(waiting ? "translation.asked" : "translation.translateReply", { language: named })}
        </Button>
      )}
      {newest?.state === "failed" && (
        <span className="text-soon-text text-xs">{t("translation.failed")}</span>
      )}
    </div>
  );
}
