"use client";
import { useActionState } from "react";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";
import { Textarea } from "../ui/textarea.tsx";
import { ArticleHints } from "./article-hints.tsx";

export type ContactValues = { name: string; email: string; subject: string; body: string };
export type ContactState = {
  values: ContactValues;
  /** A finished sentence above the form; null before the first try. */
  problem: string | null;
  errors: Partial<Record<keyof ContactValues | "files", string>>;
};

export type ContactWords = Record<
  | "name"
  | "optional"
  | "email"
  | "emailHint"
  | "subject"
  | "body"
  | "bodyHint"
  | "files"
  | "filesHint"
  | "suggestions"
  | "send"
  | "sending"
  | "trap",
  string
>;

export type ContactFormProps = {
  action: (state: ContactState, form: FormData) => Promise<ContactState>;
  words: ContactWords;
  /** Made with the page: the same form sent twice is one request. */
  formId: string;
  lang: "en" | "ko";
  body: string;
};

/** Works as a plain form; with JavaScript it keeps the page and shows articles while somebody types. */
export function ContactForm({ action, words, formId, lang, body }: ContactFormProps) {
  const empty: ContactState = {
    values: { name: "", email: "", subject: "", body },
    problem: null,
    errors: {},
  };
  const [{ values, problem, errors }, send, sending] = useActionState(action, empty);
  return (
    <form action={send} className="flex flex-col gap-5" noValidate={problem !== null}>
      {problem && (
        <p role="alert" className="rounded-md bg-breach-soft px-3 py-2 text-base text-breach-text">
          {problem}
        </p>
      )}
      <input type="hidden" name="formId" value={formId} />
      <p aria-hidden className="absolute -left-[200vw]">
        <label htmlFor="website">{words.trap}</label>
        <input id="website" name="website" tabIndex={-1} autoComplete="off" />
      </p>
      <div className="grid gap-5 sm:grid-cols-2">
        <Field label={words.name} aside={words.optional} error={errors.name}>
          <Input size="lg" name="name" autoComplete="name" maxLength={200} defaultValue={values.name} />
        </Field>
        <Field label={words.email} hint={words.emailHint} error={errors.email}>
          <Input
            size="lg"
            type="email"
            name="email"
            autoComplete="email"
            required
            maxLength={320}
            defaultValue={values.email}
          />
        </Field>
      </div>
      <Field label={words.subject} aside={words.optional} error={errors.subject}>
        <Input size="lg" name="subject" maxLength={300} defaultValue={values.subject} />
      </Field>
      <Field label={words.body} hint={words.bodyHint} error={errors.body}>
        <Textarea
          size="lg"
          name="body"
          className="min-h-36"
          required
          maxLength={20_000}
          defaultValue={values.body}
        />
      </Field>
      <ArticleHints title={words.suggestions} lang={lang} />
      <Field label={words.files} hint={words.filesHint} aside={words.optional} error={errors.files}>
        <input
          type="file"
          name="files"
          multiple
          className="block w-full rounded-md border border-line-control/50 border-dashed p-3 text-base file:mr-3 file:cursor-pointer file:rounded-md file:border-0 file:bg-sunken file:px-3 file:py-1.5 file:font-medium file:text-ink"
        />
      </Field>
      <Button type="submit" look="primary" size="lg" className="self-start" aria-disabled={sending}>
        {sending ? words.sending : words.send}
      </Button>
    </form>
  );
}
