"use client";
import { useRouter } from "next/navigation";
import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { joinWords } from "#lib/domain/writing/join-words.ts";
import type { TicketView } from "#lib/reads/ticket-view.ts";
import { useI18n } from "../ui/i18n-provider.tsx";
import { useToast } from "../ui/toast.tsx";
import type { Words } from "../writing/writing.ts";
import type { WritingHandle } from "../writing/writing-field.tsx";
import type { AdoptedDraft, ReplyStatus, TicketActions, Unsent, Written } from "./ticket-actions.ts";
import { type Seen, seenOf } from "./unseen-notice.tsx";
import { tokensOf } from "./use-company.ts";
import { wordsOf } from "./use-draft.ts";
import { useDraftNews } from "./use-draft-news.ts";
import { useOwnDrafts } from "./use-own-drafts.ts";

export type Mode = "reply" | "note";

export interface ComposerHandle {
  open(mode: Mode): void;
  /** Puts the assistant's draft into the reply, below what is already written. */
  insert(text: string, draftId: string | null): void;
  /** Puts a reply that was taken back where it came from. */
  restore(unsent: Unsent): void;
}

type SendOptions = { sendAt?: string; solve?: boolean };

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
  const router = useRouter();
  const canReply = ticket.status !== "closed";
  const [mode, setMode] = useState<Mode>(canReply ? "reply" : "note");
  const modeNow = useRef(mode);
  modeNow.current = mode;
  const [status, setStatus] = useState<ReplyStatus>("pending");
  const [translationId, setTranslationId] = useState<string | null>(null);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { company, drafts, served } = useOwnDrafts(ticket, { readAt, me, save: actions.saveDraft });
  const { chosen, setChosen, draftId, setDraftId } = company;
  const files = company.files[mode];
  const [stopped, setStopped] = useState<({ seen: Seen } & SendOptions) | null>(null);
  /** Somebody pressed send and the words are still in the field: a second press is the same one. */
  const taking = useRef(false);
  const onTheirWay = useRef(0);
  const field = useRef<WritingHandle>(null);
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
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
      here.set(wordsOf(kept));
      drafts[kind].settle(kept);
    });

  useImperativeHandle(handle, () => ({
    open: openMode,
    insert: (text, id) => {
      const isThere = id !== null && id === draftId && drafts.reply.words().body.includes(text.trim());
      setDraftId(id);
      inMode("reply", (here) => isThere || here.append(text));
    },
    restore: (unsent) => {
      const since = drafts.reply.words();
      company.restore(unsent);
      take("reply", unsent);
      if (since.body.trim()) field.current?.set(joinWords(unsent, since));
    },
  }));

  useDraftNews({ ticket, me: me.name, served, drafts }, (kind, next) => {
    if (kind === modeNow.current) field.current?.set(wordsOf(next));
    company.take(kind, next);
    drafts[kind].settle(next, next);
  });

  // What an earlier window could not save comes back once, where it belongs.
  const { leftOver, words: wordsNow } = draft;
  useEffect(() => {
    const left = leftOver();
    if (!left) return;
    const kept = wordsNow();
    if (kept.body.trim() === "" || left.body.startsWith(kept.body)) field.current?.set(left);
    else field.current?.set(joinWords(kept, left));
  }, [leftOver, wordsNow]);

  /** Why it cannot be sent as it stands. */
  function refusal({ body: written }: Words): string | null {
    if (!written.trim()) return t("composer.empty");
    if (written.length > longest) return t("composer.tooLong");
    return mode === "reply" ? company.refused() : null;
  }

  async function send(options: SendOptions = {}) {
    if (taking.current) return;
    taking.current = true;
    const letGo = () => {
      taking.current = false;
    };
    // The other text may be on screen by the time that files and drafts are settled.
    const here = () => (modeNow.current === mode ? field.current : null);
    await files.settled();
    const words = here()?.words() ?? draft.words();
    const refused = refusal(words);
    if (refused) {
      letGo();
      if (words.body.trim() || onTheirWay.current === 0) toast.show({ text: refused });
      return;
    }
    const seen = seenOf(ticket.timeline);
    setStopped(null);
    await draft.hold();
    if (here()) here()?.set(nothing);
    else draft.write(() => nothing);
    letGo();
    presence.rest();
    const tokens = tokensOf(files.files);
    onTheirWay.current++;
    const outcome =
      mode === "reply"
        ? await onReply({
            ...words,
            status: options.solve ? "solved" : status,
            draftId,
            recipients: company.recipients() ?? undefined,
            ...(tokens.length > 0 && { files: tokens }),
            ...(options.sendAt && { sendAt: options.sendAt }),
            ...(translationId && { translationId }),
          })
        : (await onNote({ ...words, files: tokens }))
          ? "sent"
          : "failed";
    onTheirWay.current--;
    // Words that were typed meanwhile are the next ones; those of the other text stay what they are.
    const since = draft.words();
    if (outcome === "sent") {
      draft.clear();
      if (since.body.trim()) draft.write(() => here()?.words() ?? since);
      files.drop(tokens);
      if (mode === "note") return;
      setDraftId(null);
      setTranslationId(null);
      setChosen(null);
      return;
    }
    draft.release();
    const both = joinWords(words, since);
    // Never under the fingers of somebody who writes the other text by now.
    if (here()) here()?.set(both);
    else draft.write(() => both);
    if (outcome !== "stopped") return;
    setStopped({ seen, ...options });
    if (!here())
      toast.show({
        text: t("composer.stoppedTitle"),
        tone: "breach",
        timeoutMs: 0,
        action: {
          label: t("composer.reply"),
          // By then perhaps from another ticket.
          onClick: () =>
            isHere.current ? openMode(mode) : router.push(`/tickets/${ticket.number}` as never),
        },
      });
  }

  /** Pictures go into the words, everything else beside them. */
  async function takeFiles(given: readonly File[]) {
    await files.add(given, (kept) => {
      const editor = modeNow.current === mode ? field.current?.editor : null;
      if (editor && /^image\/(?:png|jpeg|gif|webp)$/.test(kept.type))
        editor.insertImage(kept.token, kept.name);
      else files.put([kept]);
    });
  }

  async function applyMacro(macroId: string) {
    const result = await actions
      .applyMacro({ ticketId: ticket.id, macroId })
      .catch(() => ({ ok: false, kind: "unavailable" }) as const);
    if (!result.ok) {
      toast.show({ text: t(`error.${result.kind}`), tone: "breach" });
      return;
    }
    if (result.text) inMode(mode, (here) => here.append(result.text));
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
    else {
      company.files[result.kind].put(result.files);
      take(result.kind, result);
    }
  }

  return {
    mode,
    openMode,
    canReply,
    status,
    setStatus,
    draftId,
    files,
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
const longest = 100_000;
const nothing: Words = { body: "", document: null };
