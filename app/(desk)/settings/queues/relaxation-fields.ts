import "server-only";
import type { FieldSpec } from "#components/settings/field-spec.ts";
import type { Relaxation, RelaxationStep } from "#lib/domain/routing/route.ts";
import type { Translate } from "#lib/i18n/translate.ts";
import type { readForm } from "../_server/read-form.ts";

const steps = [1, 2, 3, 4, 5];
const plain = ["lower_levels", "drop_topics", "any_agent", "tell_manager"] as const;

/** Up to five steps, each with its minutes and what gives way. */
export function relaxationFields(
  t: Translate,
  known: readonly RelaxationStep[],
  skills: readonly { value: string; label: string }[],
): FieldSpec[] {
  const options = [
    { value: "", label: t("settings.queues.relaxing.none") },
    ...plain.map((value) => ({ value, label: t(`settings.queues.relaxing.${value}`) })),
    ...skills.map(({ value, label }) => ({
      value: `drop_skill ${value}`,
      label: t("settings.queues.relaxing.drop_skill", { skill: label }),
    })),
  ];
  return [
    {
      kind: "heading",
      name: "relaxations",
      label: t("settings.queues.relax"),
      hint: t("settings.queues.relaxHint"),
    },
    ...steps.flatMap((n): FieldSpec[] => [
      {
        kind: "number",
        half: true,
        name: `relax.${n}.after`,
        label: t("settings.queues.relaxAfter", { n }),
        value: known[n - 1]?.afterMinutes ?? null,
        min: 0,
        max: 100_000,
      },
      {
        kind: "select",
        half: true,
        name: `relax.${n}.what`,
        label: t("settings.queues.relaxWhat", { n }),
        value: known[n - 1] ? choiceOf(known[n - 1]!.relax) : "",
        options,
      },
    ]),
  ];
}

export function readRelaxations({ word, number }: ReturnType<typeof readForm>): RelaxationStep[] {
  return steps.flatMap((n) => {
    const relax = relaxationOf(word(`relax.${n}.what`));
    return relax ? [{ afterMinutes: number(`relax.${n}.after`), relax }] : [];
  });
}

const choiceOf = (relax: Relaxation): string =>
  relax.kind === "drop_skill" ? `drop_skill ${relax.key}` : relax.kind;

function relaxationOf(choice: string): Relaxation | null {
  const [kind, key = ""] = choice.split(" ");
  switch (kind) {
    case "lower_levels":
      return { kind, by: 1 };
    case "drop_skill":
      return { kind, key };
    case "drop_topics":
    case "any_agent":
    case "tell_manager":
      return { kind };
    default:
      return null;
  }
}
