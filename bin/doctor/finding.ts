/** What the doctor says of one part of the desk. */
export interface Finding {
  part: string;
  state: "well" | "off" | "wrong";
  /** A sentence; where something is wrong, it says how to mend it. */
  says: string;
}

export const well = (part: string, says: string): Finding => ({ part, state: "well", says });
/** Not running or not set, which may be as wished. */
export const off = (part: string, says: string): Finding => ({ part, state: "off", says });
export const wrong = (part: string, says: string): Finding => ({ part, state: "wrong", says });

export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
