"use client";
import { Languages } from "lucide-react";
import { useContext, useState } from "react";
import { formatLanguage } from "#lib/i18n/format.ts";
import type { MessageView } from "#lib/reads/ticket-view.ts";
import { Button } from "../../ui/button.tsx";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { useToast } from "../../ui/toast.tsx";
import { PlainText } from "../plain-text.tsx";
import { TranslationContext } from "./translation-context.ts";

/** Under a message in another language: its translation, or how to get one; under a translated reply, what was written. */
export function MessageTranslation({ message }: { message: MessageView }) {
  const translations = useContext(TranslationContext);
  const { locale } = useI18n();
  if (!translations || message.kind === "note") return null;
  const written = translations.known.find(
    ({ direction, messageId }) => direction === "out" && messageId === message.id,
  );
  if (written) return <Original text={written.original} />;
  const foreign = message.language !== null && message.language !== "und" && message.language !== locale;
  return foreign ? <Incoming message={message} language={message.language!} /> : null;
}

function Incoming({ message, language }: { message: MessageView; language: string }) {
  const { available, known, ask } = useContext(TranslationContext)!;
  const { t, locale } = useI18n();
  const toast = useToast();
  const [hidden, setHidden] = useState(false);
  const named = formatLanguage(locale, language);
  const found = known.find(
    ({ direction, messageId, to }) => direction === "in" && messageId === message.id && to === locale,
  );
  const request = async () => {
    const { ok } = await ask({ of: "message", messageId: message.id, to: locale });
    if (!ok) toast.show({ text: t("translation.failed"), tone: "breach" });
  };
  if (found?.translated && !hidden)
    return (
      <section aria-label={t("translation.from", { language: named })} className={box}>
        <p className="mb-1 flex flex-wrap items-center gap-x-2 text-faint text-xs">
          <Languages aria-hidden className="size-3.5" /> {t("translation.from", { language: named })}
          <Button look="quiet" size="sm" onClick={() => setHidden(true)}>
            {t("translation.hide")}
          </Button>
        </p>
        <PlainText text={found.translated} />
      </section>
    );
  if (!available && !found) return <p className="mt-2 text-faint text-xs">{t("translation.needsModel")}</p>;
  const asked = found?.state === "asked";
  return (
    <p className="mt-2 flex flex-wrap items-center gap-2 text-faint text-xs" role="status">
      <Button
        look="quiet"
        size="sm"
        className="-ml-2"
        disabled={asked}
        onClick={() => (found?.translated ? setHidden(false) : void request())}
      >
        <Languages /> {t(asked ? "translation.asked" : "translation.translate")}
      </Button>
      {found?.state === "failed" && <span className="text-soon-text">{t("translation.failed")}</span>}
    </p>
  );
}

function Original({ text }: { text: string }) {
  const { t } = useI18n();
  const [shown, setShown] = useState(false);
  return (
    <section aria-label={t("translation.original")} className="mt-2">
      <Button look="quiet" size="sm" className="-ml-2" aria-expanded={shown} onClick={() => setShown(!shown)}>
        <Languages /> {t(shown ? "translation.hideOriginal" : "translation.showOriginal")}
      </Button>
      {shown && (
        <div className={box}>
          <PlainText text={text} />
        </div>
      )}
    </section>
  );
}

const box = "mt-2 rounded-md border border-line bg-sunken px-3 py-2";
