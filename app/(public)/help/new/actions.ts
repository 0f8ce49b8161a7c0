"use server";
import { redirect } from "next/navigation";
import { deskContext } from "#app/_server/desk.ts";
import { getI18n } from "#app/_server/i18n.ts";
import { readVisitor } from "#app/_server/visitor.ts";
import type { ContactState } from "#components/help/contact-form.tsx";
import { hashToken } from "#lib/crypto/tokens.ts";
import type { Translate } from "#lib/i18n/translate.ts";
import { ServiceError } from "#lib/services/errors.ts";
import { recordForm } from "#lib/services/intake/record-form.ts";
import { limitRate } from "#lib/services/limit-rate.ts";

const maxFiles = 5;
const maxBytes = 10 << 20;

/** Takes the public form. What was typed comes back with any refusal; success is always the same fixed page. */
export async function sendForm(_: ContactState, form: FormData): Promise<ContactState> {
  const { t, locale } = await getI18n();
  const word = (name: string) => {
    const value = form.get(name);
    return typeof value === "string" ? value : "";
  };
  const values = { name: word("name"), email: word("email"), subject: word("subject"), body: word("body") };
  // People do not see this field; programs fill in everything.
  if (word("website") !== "") redirect("/help/sent");

  const files = form.getAll("files").filter((file) => file instanceof File && file.size > 0) as File[];
  if (files.length > maxFiles || files.reduce((sum, { size }) => sum + size, 0) > maxBytes) {
    return { values, problem: t("help.form.problem"), errors: { files: t("help.form.filesTooBig") } };
  }
  const ctx = deskContext();
  const { address } = await readVisitor();
  try {
    const hour = { windowSeconds: 3600 };
    await limitRate(ctx.db, ctx.now, { key: `form:address:${address}`, limit: 20, ...hour });
    const to = hashToken(values.email.trim().toLowerCase());
    await limitRate(ctx.db, ctx.now, { key: `form:email:${to}`, limit: 5, ...hour });
    const attachments = await Promise.all(files.map(encoded));
    await recordForm(ctx, {
      ...values,
      locale,
      attachments,
      formId: word("formId").slice(0, 100) || undefined,
    });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return { values, ...sentences(error, t) };
  }
  redirect("/help/sent");
}

async function encoded(file: File): Promise<{ name: string; type: string; base64: string }> {
  return {
    name: file.name.slice(0, 255) || "file",
    type: file.type.slice(0, 255) || "application/octet-stream",
    base64: Buffer.from(await file.arrayBuffer()).toString("base64"),
  };
}

function sentences(error: ServiceError, t: Translate): Pick<ContactState, "problem" | "errors"> {
  if (error.kind === "rate_limited") {
    return {
      problem: t("help.form.tooMany", { minutes: Math.ceil((error.retryAfter ?? 60) / 60) }),
      errors: {},
    };
  }
  if (error.kind !== "invalid") return { problem: t("help.form.failed"), errors: {} };
  const errors: ContactState["errors"] = {};
  for (const field of Object.keys(error.fields).map((path) => path.split(".")[0])) {
    if (field === "email") errors.email = t("help.form.needEmail");
    else if (field === "body") errors.body = t(bodyProblem(error.fields.body));
    else if (field === "attachments") errors.files = t("help.form.filesTooBig");
    else if (field === "name" || field === "subject") errors[field] = t("help.form.tooLong");
  }
  return { problem: t("help.form.problem"), errors };
}

const bodyProblem = (said: string | undefined) =>
  said?.startsWith("Too big") ? ("help.form.tooLong" as const) : ("help.form.needBody" as const);
