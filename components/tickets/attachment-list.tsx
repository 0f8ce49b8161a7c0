"use client";
import { FileText, ImageIcon, Mail } from "lucide-react";
import { useState } from "react";
import { formatNumber } from "#lib/i18n/format.ts";
import type { MessageView } from "#lib/reads/ticket-view.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n-provider.tsx";

type File = MessageView["attachments"][number];

/** The files of a message: pictures and plain text can be looked at here, everything else is a download. */
export function AttachmentList({ attachments }: { attachments: MessageView["attachments"] }) {
  const { t } = useI18n();
  if (attachments.length === 0) return null;
  return (
    <ul aria-label={t("ticket.attachments")} className="mt-3 flex flex-wrap items-start gap-2">
      {attachments.map((file) => (
        <li key={file.id} className="max-w-full">
          {isPicture(file) && <Picture file={file} />}
          <FileLink file={file} />
          {isText(file) && <TextPreview file={file} />}
        </li>
      ))}
    </ul>
  );
}

function FileLink({ file: { id, name, type, sizeBytes } }: { file: File }) {
  const { t, locale } = useI18n();
  const Icon = type.startsWith("image/") ? ImageIcon : type === "message/rfc822" ? Mail : FileText;
  const size = formatNumber(locale, Math.max(1, Math.round(sizeBytes / 1024)), {
    style: "unit",
    unit: "kilobyte",
    unitDisplay: "short",
  });
  return (
    <a
      href={`/attachments/${id}`}
      download
      title={t("ticket.download", { name })}
      className="flex h-8 max-w-64 items-center gap-2 rounded-md border border-line px-2 text-xs hover:bg-hover pointer-coarse:h-11"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-faint" />
      <span className="truncate">{name}</span>
      <span className="tabular shrink-0 text-faint">{size}</span>
    </a>
  );
}

/** A file that says it is a picture and is none is served without a type: then there is nothing to show. */
function Picture({ file: { id, name } }: { file: File }) {
  const [broken, setBroken] = useState(false);
  if (broken) return null;
  return (
    <a href={`/attachments/${id}`} target="_blank" rel="noreferrer" className="mb-1 block">
      {/* biome-ignore lint/performance/noImgElement: a private file, served as it is */}
      <img
        src={`/attachments/${id}`}
        alt={name}
        loading="lazy"
        decoding="async"
        onError={() => setBroken(true)}
        className="h-28 max-w-64 rounded-md border border-line object-cover"
      />
    </a>
  );
}

const shownCharacters = 4_000;

function TextPreview({ file: { id } }: { file: File }) {
  const { t } = useI18n();
  const [text, setText] = useState<string | null>(null);
  const read = async () => {
    const answer = await fetch(`/attachments/${id}`).catch(() => null);
    setText(answer?.ok ? (await answer.text()).slice(0, shownCharacters) : t("ui.failed"));
  };
  if (text === null)
    return (
      <Button look="quiet" size="sm" onClick={() => void read()}>
        {t("ticket.preview")}
      </Button>
    );
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region is reached by keyboard
      tabIndex={0}
      className="mt-1 max-h-60 max-w-xl overflow-auto whitespace-pre-wrap rounded-md bg-sunken p-2 text-xs"
    >
      {text}
    </pre>
  );
}

const isPicture = ({ type }: File): boolean => /^image\/(?:png|jpeg|gif|webp|avif)$/.test(type);
const isText = ({ type, sizeBytes }: File): boolean =>
  /^(?:text\/(?:plain|csv|markdown)|application\/json)$/.test(type) && sizeBytes < 1 << 20;
