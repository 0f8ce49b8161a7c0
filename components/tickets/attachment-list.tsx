"use client";
import { FileText, ImageIcon, Mail } from "lucide-react";
import { formatNumber } from "#lib/i18n/format.ts";
import type { MessageView } from "#lib/reads/ticket-view.ts";
import { useI18n } from "../ui/i18n-provider.tsx";

export function AttachmentList({ attachments }: { attachments: MessageView["attachments"] }) {
  const { t, locale } = useI18n();
  if (attachments.length === 0) return null;
  return (
    <ul aria-label={t("ticket.attachments")} className="mt-3 flex flex-wrap gap-2">
      {attachments.map(({ id, name, type, sizeBytes }) => {
        const Icon = type.startsWith("image/") ? ImageIcon : type === "message/rfc822" ? Mail : FileText;
        const size = formatNumber(locale, Math.max(1, Math.round(sizeBytes / 1024)), {
          style: "unit",
          unit: "kilobyte",
          unitDisplay: "short",
        });
        return (
          <li key={id} className="max-w-full">
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
          </li>
        );
      })}
    </ul>
  );
}
