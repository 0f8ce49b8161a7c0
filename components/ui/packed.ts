import { useMemo } from "react";

/** A value on its way to a client component as one text. */
export type Packed<T> = string & { readonly holds?: T };

/** The framework looks at every value of an object on the way out, in and once more on the server; a text it hands on. */
export function pack<T>(value: T): Packed<T> {
  return JSON.stringify(value);
}

export function usePacked<T>(packed: Packed<T>): T {
  return useMemo(() => JSON.parse(packed) as T, [packed]);
}
