"use server";
import { redirect } from "next/navigation";
import { deskContext } from "#app/_server/desk.ts";
import { getI18n } from "#app/_server/i18n.ts";
import type { ChoosePasswordState } from "#components/sign-in/choose-password.tsx";
import type { PasswordProblem } from "#lib/domain/people/password-rules.ts";
import { ServiceError } from "#lib/services/errors.ts";
import { setPasswordByLink } from "#lib/services/people/set-password.ts";

export async function choosePassword(
  token: string,
  _: ChoosePasswordState,
  form: FormData,
): Promise<ChoosePasswordState> {
  const { t } = await getI18n();
  const word = (name: string) => String(form.get(name) ?? "");
  const who = { name: word("name"), email: word("email") };
  try {
    await setPasswordByLink(deskContext(), {
      token,
      password: word("password"),
      name: who.name || undefined,
      email: who.email || undefined,
    });
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    const { password, email } = error.fields;
    if (password) return { ...who, problem: t(`signIn.problem.${password as PasswordProblem}`) };
    return { ...who, problem: t(email ? "help.form.needEmail" : "signIn.link.gone") };
  }
  redirect("/sign-in?done=1");
}
