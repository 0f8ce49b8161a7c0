"use client";
import { useActionState } from "react";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Textarea } from "../ui/textarea.tsx";

export type ReplyState = { body: string; problem: string | null };
export type ReplyFormProps = {
  action: (state: ReplyState, form: FormData) => Promise<ReplyState>;
  formId: string;
  words: Record<"reply" | "replyHint" | "send" | "sending", string>;
};

/** Works as a plain form. */
export function ReplyForm({ action, formId, words }: ReplyFormProps) {
  const [{ body, problem }, send, sending] = useActionState(action, { body: "", problem: null });
  return (
    <form action={send} className="flex flex-col gap-3">
      <input type="hidden" name="formId" value={formId} />
      <Field label={words.reply} hint={words.replyHint} error={problem}>
        <Textarea
          size="lg"
          className="min-h-28"
          name="body"
          required
          maxLength={20_000}
          defaultValue={body}
        />
      </Field>
      <Button type="submit" look="primary" size="lg" className="self-start" aria-disabled={sending}>
        {sending ? words.sending : words.send}
      </Button>
    </form>
  );
}
