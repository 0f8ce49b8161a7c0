"use client";
import { useRef, useState } from "react";
import { mostFileBytes } from "#lib/domain/files/most-file-bytes.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { useToast } from "../ui/toast.tsx";
import type { OwnFile } from "./ticket-actions.ts";

/** Files that go out with words of one's own: handed in at once, each to the text that it was given for. */
export function useOwnFiles(kept: OwnFile[] = []) {
  const { t } = useI18n();
  const toast = useToast();
  const [files, setFiles] = useState(kept);
  const [coming, setComing] = useState<{ id: number; name: string }[]>([]);
  const made = useRef(0);
  const uploads = useRef(new Set<Promise<unknown>>());

  const put = (more: readonly OwnFile[]) =>
    setFiles((now) => [...now.filter(({ token }) => !more.some((one) => one.token === token)), ...more]);
  const drop = (tokens: readonly string[]) =>
    setFiles((now) => now.filter(({ token }) => !tokens.includes(token)));

  async function upload(file: File, take: (kept: OwnFile) => void): Promise<void> {
    const refused = file.size === 0 ? "attachEmpty" : file.size > mostFileBytes ? "attachTooLarge" : null;
    if (refused)
      return void toast.show({ text: t(`composer.${refused}`, { name: file.name }), tone: "breach" });
    const id = ++made.current;
    setComing((now) => [...now, { id, name: file.name }]);
    const kept = await handIn(file);
    setComing((now) => now.filter((one) => one.id !== id));
    if (kept) take(kept);
    else
      toast.show({
        text: t("composer.attachFailed", { name: file.name }),
        tone: "breach",
        timeoutMs: 0,
        action: { label: t("ui.retry"), onClick: () => void add([file], take) },
      });
  }

  /** `take` puts a file elsewhere than beside the words. */
  async function add(given: readonly File[], take = (kept: OwnFile) => put([kept])): Promise<void> {
    const all = given.map((file) => upload(file, take));
    for (const one of all) {
      uploads.current.add(one);
      void one.finally(() => uploads.current.delete(one));
    }
    await Promise.all(all);
  }

  return {
    files,
    coming,
    add,
    set: setFiles,
    put,
    drop,
    /** Whatever was being handed in is here, or was given up. */
    settled: () => Promise.allSettled(uploads.current),
  };
}

async function handIn(file: File): Promise<OwnFile | null> {
  const response = await fetch("/attachments/new", {
    method: "POST",
    body: file,
    headers: {
      "content-type": file.type || "application/octet-stream",
      "x-file-name": encodeURIComponent((file.name || "image.png").toWellFormed()),
    },
  }).catch(() => null);
  return response?.ok ? ((await response.json().catch(() => null)) as OwnFile | null) : null;
}
