"use client";
import { CalendarDays, FileArchive, FormInput, Lock, PenLine, Reply } from "lucide-react";
import type { ReactNode } from "react";
import type { Enclosed } from "#lib/domain/intake/enclosed.ts";
import { formatDate, formatDateTime } from "#lib/i18n/format.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { useReaderZone } from "../ui/use-reader-zone.ts";

/** What a mail held besides words: another address to answer to, ciphers, an invitation, Outlook's bag of files. */
export function EnclosedNotes({ enclosed }: { enclosed: Enclosed }) {
  const { t } = useI18n();
  const { crypto, calendar, winmail, replyTo, formRelay } = enclosed;
  const how = crypto?.kind === "pgp" ? "PGP" : "S/MIME";
  return (
    <div className="mt-2 mb-3 flex flex-col gap-2 text-xs">
      {formRelay && (
        <Note icon={<FormInput />}>
          {t("ticket.enclosed.formRelay")} <bdi className="text-text">{formRelay}</bdi>
        </Note>
      )}
      {replyTo && (
        <Note icon={<Reply />}>
          {t("ticket.enclosed.replyTo")} <bdi className="text-text">{replyTo}</bdi>
        </Note>
      )}
      {crypto && (
        <Note icon={crypto.encrypted ? <Lock /> : <PenLine />}>
          {t(crypto.encrypted ? "ticket.enclosed.encrypted" : "ticket.enclosed.signed", { how })}
        </Note>
      )}
      {calendar && <Invitation calendar={calendar} />}
      {winmail.length > 0 && (
        <Note icon={<FileArchive />}>
          {t("ticket.enclosed.winmail")} <bdi className="text-text">{winmail.join(", ")}</bdi>
        </Note>
      )}
    </div>
  );
}

function Note({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <p className="flex items-start gap-2 text-muted [&>svg]:mt-0.5 [&>svg]:size-3.5 [&>svg]:shrink-0">
      {icon}
      <span className="min-w-0 break-words">{children}</span>
    </p>
  );
}

const methods = ["request", "reply", "cancel", "counter"] as const;

function Invitation({ calendar }: { calendar: NonNullable<Enclosed["calendar"]> }) {
  const { t } = useI18n();
  const { summary, start, end, location, organizer } = calendar;
  const method = methods.find((one) => one === calendar.method);
  return (
    <section
      aria-label={t("ticket.enclosed.event")}
      className="flex max-w-md gap-3 rounded-md border border-line bg-surface px-3 py-2"
    >
      <CalendarDays aria-hidden className="mt-0.5 size-4 shrink-0 text-faint" />
      <div className="min-w-0">
        <p className="text-faint">
          {t(method ? `ticket.enclosed.method.${method}` : "ticket.enclosed.event")}
        </p>
        <p className="break-words font-medium text-sm">{summary ?? t("ticket.enclosed.noTitle")}</p>
        {start && (
          <p className="tabular text-muted">
            <Moment moment={start} />
            {end && end.at !== start.at && (
              <>
                {" – "}
                <Moment moment={end} />
              </>
            )}
          </p>
        )}
        {location && <p className="break-words text-muted">{location}</p>}
        {organizer && <bdi className="block truncate text-faint">{organizer}</bdi>}
      </div>
    </section>
  );
}

/** An instant in the reader's zone; what has only a time of day stays in the zone it was written in. */
function Moment({ moment: { at, zone } }: { moment: { at: string; zone: string | null } }) {
  const { locale } = useI18n();
  const here = useReaderZone();
  if (!at.includes("T")) return formatDate(locale, at, "UTC");
  if (at.endsWith("Z")) return <span suppressHydrationWarning>{formatDateTime(locale, at, here)}</span>;
  return (
    <>
      {formatDateTime(locale, `${at}Z`, "UTC")}
      {zone && ` (${zone})`}
    </>
  );
}
