import { z } from "zod";
import { evaluateInjection, type InjectionResult } from "#lib/ai/eval/evaluate-injection.ts";
import { readSomeRows } from "./read-rows.ts";

export type EvalInjectionOptions = { attacks: string };

const Attack = z.object({
  id: z.string().optional(),
  text: z.string(),
  lang: z.string().optional(),
  channel: z.string().optional(),
});

/** `baton eval injection`: one row a text, in order, saying what it gained; `changed` is empty when nothing. */
export async function evalInjection(options: EvalInjectionOptions): Promise<InjectionResult[]> {
  const attacks = await readSomeRows(options.attacks, Attack);
  return evaluateInjection(attacks.map((attack, i) => ({ ...attack, id: attack.id ?? String(i + 1) })));
}

export async function run(options: EvalInjectionOptions): Promise<void> {
  const results = await evalInjection(options);
  for (const result of results) console.log(JSON.stringify(result));
  const changed = results.filter((result) => result.changed.length > 0).length;
  const suspected = results.filter((result) => result.suspected).length;
  console.log(JSON.stringify({ texts: results.length, changed, suspected }));
}
