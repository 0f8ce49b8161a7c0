/**
 * Something the person at the keyboard can mend. The message is one clear sentence; the command prints it
 * without a stack and exits with 1.
 */
export class Problem extends Error {
  override name = "Problem";
}
