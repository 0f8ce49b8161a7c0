"use client";
import { Paperclip, X } from "lucide-react";
import { useRef } from "react";
import { useI18n } from "../ui/i18n-provider.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { useToast } from "../ui/toast.tsx";
import type { OwnFile } from "./ticket-actions.ts";

/** Hands one file in; it is stored at once and leaves with the reply. */
export async function handIn(file: File): Promise<OwnFile | null> {
  const response = await fetch("/attachments/new", {
    method: "POST",
    body: file,
    headers: {
      "content-type": file.type || "application/octet-stream",
      "x-file-name": encodeURIComponent(file.name || "image.png"),
    },
  }).catch(() => null);
  return response?.ok ? ((await response.json()) as OwnFile) : null;
}

export type ComposerFilesProps = {
  files: readonly OwnFile[];
  onChange: (change: (files: OwnFile[]) => OwnFile[]) => void;
};

/** The files of a reply and the button that adds one. Dropping and pasting go through `useHandIn`, too. */
export function ComposerFiles({ files, onChange }: ComposerFilesProps) {
  const { t } = useI18n();
  const input = useRef<HTMLInputElement>(null);
  const add = useHandIn(onChange);
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-1">
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t("composer.attach")}
        onChange={(event) => {
          void add([...(event.target.files ?? [])]);
          event.target.value = "";
        }}
      />
      <IconButton label={t("composer.attach")} onClick={() => input.current?.click()}>
        <Paperclip />
      </IconButton>
      {files.map(({ token, name }) => (
        <span
          key={token}
          className="inline-flex h-7 max-w-48 items-center gap-1 rounded-md border border-line pl-2 text-xs"
        >
          <span className="truncate">{name}</span>
          <IconButton
            label={t("composer.removeFile", { name })}
            onClick={() => onChange((all) => all.filter((file) => file.token !== token))}
          >
            <X />
          </IconButton>
        </span>
      ))}
    </span>
  );
}

export function useHandIn(onChange: ComposerFilesProps["onChange"]) {
  const { t } = useI18n();
  const toast = useToast();
  return async (given: readonly File[]) => {
    for (const file of given) {
      const kept = await handIn(file);
      if (kept) onChange((all) => [...all.filter(({ token }) => token !== kept.token), kept]);
      else toast.show({ text: t("composer.attachFailed", { name: file.name }), tone: "breach" });
    }
  };
}
