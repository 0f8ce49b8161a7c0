/** One step that asked a model, as the ledger has it. */
export type AskedRun = { outcome: string; at: Date };
export type ModelTrouble = { reason: string; since: Date };

/** So many in a row, as many as open the breaker. */
const inARow = 3;
const outages = ["timeout", "denied", "limited", "unavailable", "breaker", "invalid"];

/**
 * Whether the model has stopped answering: the newest runs that asked it, newest first, all ended with the built-in
 * assistant. `since` is the first of them. What it answered badly once, or cost too much for today, is no outage.
 */
export function modelTrouble(newestFirst: readonly AskedRun[]): ModelTrouble | null {
  const end = newestFirst.findIndex(({ outcome }) => !outages.includes(outcome.replace("fallback: ", "")));
  const row = end < 0 ? newestFirst : newestFirst.slice(0, end);
  const [newest, first] = [row[0], row.at(-1)];
  if (!newest || !first || row.length < inARow) return null;
  const said = row.map(({ outcome }) => outcome.replace("fallback: ", ""));
  // An open breaker only says that something was wrong before.
  return { reason: said.find((reason) => reason !== "breaker") ?? "breaker", since: first.at };
}
