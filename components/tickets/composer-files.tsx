"use client";
import { LoaderCircle, Paperclip, X } from "lucide-react";
import { useRef } from "react";
import { useI18n } from "../ui/i18n-provider.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import type { OwnFile } from "./ticket-actions.ts";

export type ComposerFilesProps = {
  files: readonly OwnFile[];
  /** On their way to the desk. */
  coming: readonly { id: number; name: string }[];
  onAdd: (files: readonly File[]) => void;
  onRemove: (token: string) => void;
};

/** The files of a reply and the button that adds one. */
export function ComposerFiles({ files, coming, onAdd, onRemove }: ComposerFilesProps) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t("composer.attach")}
        onChange={(event) => {
          onAdd([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <IconButton label={t("composer.attach")} onClick={() => input.current?.click()}>
        <Paperclip />
      </IconButton>
      {files.map(({ token, name }) => (
        <span key={token} className={chip}>
          <bdi className="truncate" title={name}>
            {name}
          </bdi>
          <IconButton label={t("composer.removeFile", { name })} onClick={() => onRemove(token)}>
            <X />
          </IconButton>
        </span>
      ))}
      <span role="status" className="contents">
        {coming.map(({ id, name }) => (
          <span key={id} className={`${chip} pr-2 text-faint`}>
            <LoaderCircle aria-hidden className="size-3.5 shrink-0 animate-spin motion-reduce:animate-none" />
            <bdi className="truncate">{name}</bdi>
            <span className="sr-only">{t("composer.attaching")}</span>
          </span>
        ))}
      </span>
    </span>
  );
}

const chip = "inline-flex h-7 max-w-48 items-center gap-1 rounded-md border border-line pl-2 text-xs";
