"use client";
import { Paperclip } from "lucide-react";
import { useState } from "react";
import type { SideConversationView, SideMessageView } from "#lib/reads/side-conversations.ts";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Dialog } from "../../ui/dialog.tsx";
import { useI18n } from "../../ui/i18n-provider.tsx";
import { Input } from "../../ui/input.tsx";
import { Textarea } from "../../ui/textarea.tsx";
import { TimeAgo } from "../../ui/time-ago.tsx";
import { ComposerFiles } from "../composer-files.tsx";
import { addressesIn } from "../composer-recipients.tsx";
import { PlainText } from "../plain-text.tsx";
import { useOwnFiles } from "../use-own-files.ts";

export type SideConversationProps = {
  conversation: SideConversationView;
  onClose: () => void;
  onWrite: (written: {
    people: { name: string; address: string }[];
    body: string;
    files: string[];
  }) => Promise<boolean>;
  onFinish: (done: boolean) => Promise<boolean>;
};

/** The thread with a third party, and what to write on. */
export function SideConversation({ conversation, onClose, onWrite, onFinish }: SideConversationProps) {
  const { t } = useI18n();
  const { subject, people, state, messages } = conversation;
  const done = state === "done";
  const [to, setTo] = useState(people.map(({ address }) => address).join(", "));
  const [body, setBody] = useState("");
  const { files, coming, add, put, drop } = useOwnFiles();
  async function send() {
    const written = { body, files };
    setBody("");
    drop(files.map(({ token }) => token));
    const named = addressesIn(to).map((address) => ({
      name: people.find((one) => one.address === address)?.name ?? "",
      address,
    }));
    const sent = await onWrite({
      people: named,
      body: written.body.trim(),
      files: written.files.map(({ token }) => token),
    });
    if (sent) return;
    setBody((since) => (since.trim() ? `${written.body}\n\n${since}` : written.body));
    put(written.files);
  }
  return (
    <Dialog
      open
      size="lg"
      onOpenChange={(shown) => !shown && onClose()}
      title={<bdi>{subject}</bdi>}
      description={t("side.hidden")}
      footer={
        <>
          <Button onClick={() => void onFinish(!done)}>{t(done ? "side.reopen" : "side.done")}</Button>
          <Button
            look="primary"
            disabled={body.trim() === "" || addressesIn(to).length === 0 || coming.length > 0}
            onClick={() => void send()}
          >
            {t("side.send")}
          </Button>
        </>
      }
    >
      <ol className="flex flex-col gap-2">
        {messages.map((message) => (
          <SideMessage key={message.id} message={message} />
        ))}
      </ol>
      <div className="mt-3 flex flex-col gap-2 border-line border-t pt-3">
        <div className="flex items-center gap-2 text-sm">
          <span aria-hidden className="shrink-0 text-muted text-xs">
            {t("side.to")}
          </span>
          <Input
            aria-label={t("side.to")}
            inputMode="email"
            value={to}
            onChange={(event) => setTo(event.target.value)}
          />
        </div>
        <Textarea
          aria-label={t("side.reply")}
          placeholder={t("side.reply")}
          value={body}
          maxLength={100_000}
          onChange={(event) => setBody(event.target.value)}
        />
        <div className="flex flex-wrap items-center gap-1">
          <ComposerFiles
            files={files}
            coming={coming}
            onAdd={(given) => void add(given)}
            onRemove={(token) => drop([token])}
          />
        </div>
      </div>
    </Dialog>
  );
}

function SideMessage({ message }: { message: SideMessageView }) {
  const { t } = useI18n();
  const { direction, from, body, at, unverified, autoKind, attachments, delivery } = message;
  return (
    <li
      className={cx(
        "rounded-lg border border-line px-3 py-2 text-sm",
        direction === "in" ? "bg-canvas" : "bg-sunken",
      )}
    >
      <p className="flex flex-wrap items-baseline gap-x-2 text-xs">
        <bdi className="font-medium text-ink">{from.name || from.address}</bdi>
        {direction === "in" && from.name && <span className="text-faint">{from.address}</span>}
        {unverified && <Badge tone="soon">{t("side.unverified")}</Badge>}
        {autoKind && <Badge>{t("ticket.auto.label")}</Badge>}
        {delivery?.state === "failed" && <Badge tone="breach">{t("side.failed")}</Badge>}
        <TimeAgo at={at} className="ml-auto text-faint" />
      </p>
      <div className="mt-1">
        <PlainText text={body} />
      </div>
      {delivery?.error && <p className="mt-1 text-breach-text text-xs">{delivery.error}</p>}
      {attachments.length > 0 && (
        <ul className="mt-1 flex flex-wrap gap-1">
          {attachments.map(({ id, name }) => (
            <li key={id}>
              <a
                href={`/attachments/side/${id}`}
                className="inline-flex h-7 max-w-48 items-center gap-1 rounded-md border border-line px-2 text-xs hover:bg-hover pointer-coarse:h-11"
              >
                <Paperclip aria-hidden className="size-3.5 shrink-0" />
                <span className="truncate">{name}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
