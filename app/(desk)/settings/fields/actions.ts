"use server";
import type { SettingsState } from "#components/settings/field-spec.ts";
import { stepInOrder } from "#lib/domain/order/step-in-order.ts";
import type { FieldChoice, FieldKind } from "#lib/domain/tickets/custom-fields.ts";
import { readTicketFields } from "#lib/reads/ticket-fields.ts";
import type { Context } from "#lib/services/context.ts";
import {
  createTicketField,
  deleteTicketField,
  reorderTicketFields,
  updateTicketField,
} from "#lib/services/settings/ticket-fields.ts";
import { readForm } from "../_server/read-form.ts";
import { save } from "../_server/save.ts";

const back = "/settings/fields?saved=1";

export async function saveField(
  fieldId: string | null,
  _: SettingsState,
  form: FormData,
): Promise<SettingsState> {
  const { word, both, lines, checked } = readForm(form);
  const asked = {
    name: both("name"),
    choices: lines("choices").map(choiceOf),
    requiredOnSolve: checked("requiredOnSolve"),
  };
  const work = (ctx: Context): Promise<unknown> =>
    fieldId
      ? updateTicketField(ctx, { fieldId, ...asked, active: checked("active") })
      : createTicketField(ctx, { key: word("key"), kind: word("kind") as FieldKind, ...asked });
  return save(form, work, { back });
}

export async function moveField(fieldId: string, _: SettingsState, form: FormData): Promise<SettingsState> {
  const work = async (ctx: Context) => {
    const ids = (await readTicketFields(ctx)).map(({ id }) => id);
    const fieldIds = stepInOrder(ids, fieldId, readForm(form).step());
    if (fieldIds) await reorderTicketFields(ctx, { fieldIds });
  };
  return save(form, work, {});
}

export async function removeField(fieldId: string, _: SettingsState, form: FormData): Promise<SettingsState> {
  return save(form, (ctx) => deleteTicketField(ctx, { fieldId }), { back });
}

/** `red | Red | 빨강`; a name that is left out is the one before. */
function choiceOf(line: string): FieldChoice {
  const [key = "", en = key, ko = en] = line.split("|").map((part) => part.trim());
  return { key, name: { en, ko } };
}
