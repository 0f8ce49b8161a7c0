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

/** The button that adds a file, and on a line of their own above what stands beside it the files: for a row that wraps. */
export function ComposerFiles({ files, coming, onAdd, onRemove }: ComposerFilesProps) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
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
      <span role="status" className="sr-only">
        {coming.length > 0 && t("composer.attaching")}
      </span>
      {files.length + coming.length > 0 && (
        <span className="order-first flex min-w-0 basis-full flex-wrap gap-1">
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
          {coming.map(({ id, name }) => (
            <span key={id} className={`${chip} pr-2 text-faint`}>
              <LoaderCircle
                aria-hidden
                className="size-3.5 shrink-0 animate-spin motion-reduce:animate-none"
              />
              <bdi className="truncate">{name}</bdi>
            </span>
          ))}
        </span>
      )}
    </>
  );
}

const chip = "inline-flex h-7 max-w-48 items-center gap-1 rounded-md border border-line pl-2 text-xs";
