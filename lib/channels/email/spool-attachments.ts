import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AttachmentSink } from "./message-parts.ts";

/** Smaller ones stay in memory. Bytes. */
const spoolFromBytes = 512 * 1024;

export type Spool = {
  /** For `parseEmail`: attachments that grow large go to files. */
  onAttachment: () => AttachmentSink;
  /** File, by the hash of its bytes; small ones are in `small`. */
  files: ReadonlyMap<string, string>;
  small: ReadonlyMap<string, Buffer>;
  remove(): void;
};

/** Takes attachments out of memory while a mail is read. The folder is gone with `remove`. */
export function spoolAttachments(): Spool {
  const files = new Map<string, string>();
  const small = new Map<string, Buffer>();
  let folder: string | null = null;
  let count = 0;

  function onAttachment(): AttachmentSink {
    let kept: Buffer[] = [];
    let size = 0;
    let file: { path: string; handle: number } | null = null;
    const spill = () => {
      folder ??= mkdtempSync(join(tmpdir(), "baton-mail-"));
      const path = join(folder, String(count++));
      file = { path, handle: openSync(path, "wx", 0o600) };
      for (const bytes of kept) writeAll(file.handle, bytes);
      kept = [];
      return file;
    };
    return {
      write(bytes) {
        size += bytes.length;
        if (file) writeAll(file.handle, bytes);
        // Decoded slices share memory with the chunk they came from, so they are copied.
        else kept.push(Buffer.from(bytes));
        if (!file && size > spoolFromBytes) spill();
      },
      end({ sha256 }) {
        if (!file) return void small.set(sha256, Buffer.concat(kept));
        closeSync(file.handle);
        files.set(sha256, file.path);
      },
    };
  }

  return {
    onAttachment,
    files,
    small,
    remove() {
      if (folder) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function writeAll(handle: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(handle, bytes, at);
}
