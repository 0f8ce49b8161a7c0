import { Paperclip, Sparkles } from "lucide-react";
import Link from "next/link";
import { formatDateTime } from "#lib/i18n/format.ts";
import type { Translate } from "#lib/i18n/translate.ts";
import { cx } from "../ui/cx.ts";
import { WithLinks } from "./article-body.tsx";

export type ThreadEntry = {
  id: string;
  from: "you" | "team" | "assistant";
  name: string;
  body: string;
  trimmed: string;
  at: Date;
  sources: { slug: string | null; title: string }[];
  attachments: { id: string; name: string; sizeBytes: number }[];
};
export type CustomerThreadProps = {
  t: Translate;
  locale: "en" | "ko";
  timeZone: string;
  messages: readonly ThreadEntry[];
  /** Where this ticket's files are, without a slash at the end. */
  filesAt: string;
};

/** The conversation in plain text. The assistant's words carry its mark and the articles they stand on. */
export function CustomerThread({ t, locale, timeZone, messages, filesAt }: CustomerThreadProps) {
  return (
    <ol className="flex flex-col gap-6">
      {messages.map((message, at) => (
        <li
          key={message.id}
          id={at === messages.length - 1 ? "latest" : undefined}
          className={cx(
            "scroll-mt-4",
            message.from === "you" && "rounded-lg bg-sunken px-4 py-3",
            message.from === "assistant" && "border-assistant border-l-2 pl-4",
            message.from === "team" && "border-line-strong border-l-2 pl-4",
          )}
        >
          <p className="flex flex-wrap items-baseline gap-x-2 text-base">
            <span className="flex items-center gap-1.5 font-semibold">
              {message.from === "assistant" && (
                <Sparkles aria-hidden className="size-4 self-center text-assistant" />
              )}
              {message.from === "team" && message.name ? message.name : t(`help.ticket.${message.from}`)}
            </span>
            <time dateTime={message.at.toISOString()} className="text-muted text-sm">
              {formatDateTime(locale, message.at, timeZone)}
            </time>
          </p>
          <p className="mt-1 whitespace-pre-wrap leading-relaxed [&_a]:text-accent-text [&_a]:underline">
            <WithLinks text={message.body} />
          </p>
          {message.trimmed && (
            <details className="mt-2 text-muted text-sm">
              <summary className="inline-block py-1">{t("help.ticket.hidden")}</summary>
              <p className="mt-1 whitespace-pre-wrap">{message.trimmed}</p>
            </details>
          )}
          {message.from === "assistant" && <Sources t={t} sources={message.sources} />}
          {message.attachments.length > 0 && (
            <ul className="mt-2 flex flex-wrap gap-2" aria-label={t("help.ticket.attachments")}>
              {message.attachments.map(({ id, name, sizeBytes }) => (
                <li key={id}>
                  <a
                    href={`${filesAt}/${id}`}
                    className="flex min-h-9 items-center gap-2 rounded-md border border-line-strong px-3 text-base hover:bg-hover"
                  >
                    <Paperclip aria-hidden className="size-4 shrink-0 text-muted" />
                    <span className="max-w-60 truncate">{name}</span>
                    <span className="tabular text-muted text-sm">{size(sizeBytes)}</span>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ol>
  );
}

function Sources({ t, sources }: { t: Translate; sources: ThreadEntry["sources"] }) {
  return (
    <div className="mt-3 text-base text-muted">
      <p className="text-sm">{t("help.ticket.assistantNote")}</p>
      {sources.length > 0 && (
        <ul className="mt-1" aria-label={t("help.ticket.sources")}>
          {sources.map(({ slug, title }) => (
            <li key={title}>
              {slug ? (
                <Link
                  href={`/help/articles/${slug}`}
                  prefetch={false}
                  className="text-accent-text hover:underline"
                >
                  {title}
                </Link>
              ) : (
                title
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const size = (bytes: number): string =>
  bytes < 1 << 20 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / (1 << 20)).toFixed(1)} MB`;
