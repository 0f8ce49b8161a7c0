import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { clientAddress, isSameMachine } from "./client-address.ts";

export type Visitor = {
  /** Path and query of the page, as asked for. */
  path: string;
  /** For counting: see `clientAddress`. */
  address: string;
  /** The browser runs on this machine, with nobody between. */
  sameMachine: boolean;
};

/** Where a request comes from and what it asks for. Once a request. */
export const readVisitor = cache(async (): Promise<Visitor> => {
  const head = await headers();
  return { path: head.get("x-path") ?? "/", address: clientAddress(head), sameMachine: isSameMachine(head) };
});
