"use client";
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from "react";
import { flushSync } from "react-dom";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { useToast } from "../ui/toast.tsx";
import type { Words } from "../writing/writing.ts";
import type { WritingHandle } from "../writing/writing-field.tsx";
import { handIn } from "./composer-files.tsx";
import { addressesIn, type Chosen } from "./composer-recipients.tsx";
import type { AdoptedDraft, OwnFile, ReplyStatus, TicketActions, Unsent, Written } from "./ticket-actions.ts";
import { type Seen, seenOf } from "./unseen-notice.tsx";
import { useDraft } from "./use-draft.ts";

export type Mode = "reply" | "note";

export interface ComposerHandle {
  open(mode: Mode): void;
  /** Puts the assistant's draft into the reply, below what is already written. */
  insert(text: string, draftId: string | null): void;
  /** Puts a reply that was taken back where it came from. */
  restore(unsent: Unsent): void;
}

/** How a reply fared: `stopped` when something came that the writer had not seen. */
export type ReplyOutcome = "sent" | "stopped" | "failed";

export type UseComposer = {
  ticket: TicketView;
  /** When the desk read it. */
  readAt: number;
  me: { id: string; name: string };
  actions: Pick<TicketActions, "saveDraft" | "applyMacro" | "adoptDraft">;
  onReply: (reply: Written) => Promise<ReplyOutcome>;
  onNote: (note: Words & { files?: string[] }) => Promise<boolean>;
  handle: RefObject<ComposerHandle | null>;
  /** Somebody types; somebody stopped. */
  presence: { typing: () => void; rest: () => void };
};

/** Two texts side by side, a reply and a note, with everything that goes out with them. */
export function useComposer({ ticket, readAt, me, actions, onReply, onNote, handle, presence }: UseComposer) {
  const { t } = useI18n();
  const toast = useToast();
  const canReply = ticket.status !== "closed";
  const [mode, setMode] = useState<Mode>(canReply ? "reply" : "note");
  const modeNow = useRef(mode);
  modeNow.current = mode;
  const [status, setStatus] = useState<ReplyStatus>("pending");
  const [draftId, setDraftId] = useState<string | null>(null);
  const [translationId, setTranslationId] = useState<string | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [files, setFiles] = useState<OwnFile[]>([]);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [stopped, setStopped] = useState<{ seen: Seen; sendAt?: string } | null>(null);
  const uploads = useRef(new Set<Promise<unknown>>());
  const field = useRef<WritingHandle>(null);
  const keptWords = (kind: Mode) =>
    ticket.ownDrafts.find((draft) => draft.kind === kind) ?? { body: "", document: null, revision: null };
  const of = (kind: Mode) => ({ ticketId: ticket.id, kind, ownerId: me.id });
  const served = { reply: keptWords("reply"), note: keptWords("note") };
  const drafts = {
    reply: useDraft(of("reply"), served.reply, readAt, actions.saveDraft),
    note: useDraft(of("note"), served.note, readAt, actions.saveDraft),
  };
  const draft = drafts[mode];
  /** The words as they stood at the last pause; typing renders nothing. */
  const [body, setBody] = useState(() => drafts.reply.words().body);

  const focus = () => requestAnimationFrame(() => field.current?.focus());
  /** In the same task as the key that asked for it: the next key must find the field, not a shortcut. */
  const openMode = (next: Mode) => {
    flushSync(() => setMode(next));
    field.current?.focus();
  };
  /** Does it in that mode's field, which may first have to come. */
  const inMode = (next: Mode, act: (here: WritingHandle) => void) => {
    flushSync(() => setMode(next));
    if (field.current) act(field.current);
    field.current?.focus();
  };
  const take = (kind: Mode, kept: Words & { revision: number | null }) =>
    inMode(kind, (here) => {
      here.set(kept);
      drafts[kind].settle(kept);
    });

  useImperativeHandle(handle, () => ({
    open: openMode,
    insert: (text, id) => {
      setDraftId(id);
      inMode("reply", (here) => here.append(text));
    },
    restore: (unsent) => {
      setFiles(unsent.files);
      take("reply", unsent);
    },
  }));

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another text on the server is news
  useEffect(() => {
    for (const kind of ["reply", "note"] as const) {
      const isSent = (body: string) => wasSaid(ticket.timeline, { kind, author: me.name, body });
      const next = drafts[kind].news(served[kind], isSent);
      if (!next) continue;
      if (kind === modeNow.current) field.current?.set(next);
      drafts[kind].settle(next);
    }
  }, [served.reply.revision, served.note.revision]);

  // What an earlier window could not save comes back once, where it belongs.
  const { leftOver, words: wordsNow } = draft;
  useEffect(() => {
    const left = leftOver();
    if (!left) return;
    const kept = wordsNow();
    if (kept.body.trim() === "" || left.body.startsWith(kept.body)) field.current?.set(left);
    else field.current?.append(left.body);
  }, [leftOver, wordsNow]);

  async function send(options: { sendAt?: string; solve?: boolean } = {}) {
    await Promise.allSettled(uploads.current);
    const here = field.current;
    const words = here?.words();
    if (!here || !words?.body.trim()) {
      toast.show({ text: t("composer.empty") });
      return;
    }
    const seen = seenOf(ticket.timeline);
    setStopped(null);
    await draft.hold();
    here.set({ body: "", document: null });
    presence.rest();
    const tokens = files.map(({ token }) => token);
    const outcome =
      mode === "reply"
        ? await onReply({
            ...words,
            status: options.solve ? "solved" : status,
            draftId,
            ...(chosen && { recipients: { to: addressesIn(chosen.to), cc: addressesIn(chosen.cc) } }),
            ...(tokens.length > 0 && { files: tokens }),
            ...(options.sendAt && { sendAt: options.sendAt }),
            ...(translationId && { translationId }),
          })
        : (await onNote({ ...words, files: tokens }))
          ? "sent"
          : "failed";
    // Words that were typed meanwhile are the next ones; those of the other text stay what they are.
    const stayed = modeNow.current === mode;
    const since = stayed ? field.current?.words() : undefined;
    if (outcome === "sent") {
      draft.clear();
      if (since?.body.trim()) draft.write(() => field.current?.words() ?? since);
      setFiles([]);
      if (mode === "note") return;
      setDraftId(null);
      setTranslationId(null);
      setChosen(null);
      return;
    }
    draft.release();
    if (!stayed) openMode(mode);
    field.current?.set(words);
    if (since?.body.trim()) field.current?.append(since.body);
    if (outcome === "stopped") setStopped({ seen, sendAt: options.sendAt });
  }

  /** Pictures go into the words, everything else beside them. */
  async function takeFiles(given: readonly File[]) {
    const all = given.map(async (file) => {
      const kept = await handIn(file);
      const editor = field.current?.editor;
      if (!kept) toast.show({ text: t("composer.attachFailed", { name: file.name }), tone: "breach" });
      else if (editor && /^image\/(?:png|jpeg|gif|webp)$/.test(file.type))
        editor.insertImage(kept.token, kept.name);
      else setFiles((now) => [...now.filter(({ token }) => token !== kept.token), kept]);
    });
    for (const one of all) {
      uploads.current.add(one);
      void one.finally(() => uploads.current.delete(one));
    }
    await Promise.all(all);
  }

  async function applyMacro(macroId: string) {
    const result = await actions
      .applyMacro({ ticketId: ticket.id, macroId })
      .catch(() => ({ ok: false, kind: "unavailable" }) as const);
    if (!result.ok) {
      toast.show({ text: t(`error.${result.kind}`), tone: "breach" });
      return;
    }
    if (result.text) field.current?.append(result.text);
    if (result.status) setStatus(result.status);
    toast.show({ text: t("macros.applied") });
    focus();
  }

  async function adopt(id: string) {
    await draft.flush();
    const result: AdoptedDraft | { ok: false } = await actions
      .adoptDraft(id)
      .catch(() => ({ ok: false }) as const);
    if (!result.ok) toast.show({ text: t("together.adoptFailed"), tone: "breach" });
    else if (result.kind === "reply" && !canReply) toast.show({ text: t("ticket.closed") });
    else take(result.kind, result);
  }

  return {
    mode,
    openMode,
    canReply,
    status,
    setStatus,
    draftId,
    files,
    setFiles,
    chosen,
    setChosen,
    stopped,
    editFirst: () => {
      setStopped(null);
      focus();
    },
    draft,
    /** What the field begins with: a draft's words, or what was typed before the mode changed. */
    initial: draft.words(),
    field,
    focus,
    send,
    takeFiles,
    applyMacro,
    adopt,
    body,
    translationId,
    takeTranslation: (text: string, id: string | null) => {
      field.current?.set({ body: text, document: null });
      setTranslationId(id);
      setBody(text);
    },
    onChange: (words: () => Words) => {
      draft.write(words);
      clearTimeout(pause.current);
      pause.current = setTimeout(() => setBody(words().body), pauseMs);
      presence.typing();
    },
  };
}

const pauseMs = 300;

/** A message of this person begins with these words. */
function wasSaid(
  timeline: TicketView["timeline"],
  { kind, author, body }: Record<"kind" | "author" | "body", string>,
) {
  const begun = body.trim();
  return timeline.some(
    (one) =>
      one.item === "message" &&
      one.kind === kind &&
      one.author.kind === "agent" &&
      one.author.name === author &&
      one.body.startsWith(begun),
  );
}
