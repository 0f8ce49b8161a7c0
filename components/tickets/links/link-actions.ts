import type { ActionResult, Refused, ReplyStatus } from "../ticket-actions.ts";

/** What can be done with linked tickets. The page hands in the server's side. */
export interface LinkActions {
  link(input: {
    ticketId: string;
    number: number;
    as: "relates" | "incident_of" | "problem_of";
  }): Promise<ActionResult>;
  unlink(input: { ticketId: string; linkId: string }): Promise<ActionResult>;
  followUp(input: {
    ticketId: string;
    subject: string;
    note: string;
  }): Promise<{ ok: true; number: number } | Refused>;
  /** Without words the incidents are only solved. */
  answerIncidents(input: {
    problemId: string;
    body: string | null;
    status: ReplyStatus;
  }): Promise<ActionResult>;
  /** Goes on with one that has stopped. */
  retryIncidents(input: { problemId: string }): Promise<ActionResult>;
}
