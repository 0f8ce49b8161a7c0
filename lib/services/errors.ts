/**
 * The closed set of errors a verb throws. `message` may be shown to anybody; `cause` is for our logs.
 * The edges map them once: 400 or 422, 401, 403, 404, 409, 413, 429, 503.
 */
export type ServiceErrorKind =
  | "malformed"
  | "invalid"
  | "unauthenticated"
  | "forbidden"
  | "not_found"
  | "conflict"
  | "too_large"
  | "rate_limited"
  | "unavailable";

export class ServiceError extends Error {
  readonly kind: ServiceErrorKind;
  /** Field by field, for forms and problem documents. */
  readonly fields: Readonly<Record<string, string>>;
  /** Seconds; only with `rate_limited` and `unavailable`. */
  readonly retryAfter: number | null;

  constructor(
    kind: ServiceErrorKind,
    message: string,
    options: { cause?: unknown; fields?: Record<string, string>; retryAfter?: number } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = "ServiceError";
    this.kind = kind;
    this.fields = options.fields ?? {};
    this.retryAfter = options.retryAfter ?? null;
  }
}

export const invalid = (message: string, fields?: Record<string, string>) =>
  new ServiceError("invalid", message, { fields });
export const forbidden = () => new ServiceError("forbidden", "You may not do this.");
/** Also the answer for what exists but is not yours: no difference to see. */
export const notFound = (what: string) => new ServiceError("not_found", `There is no such ${what}.`);
export const conflict = (message: string) => new ServiceError("conflict", message);
export const rateLimited = (retryAfter: number) =>
  new ServiceError("rate_limited", "Too many requests. Please try again later.", { retryAfter });

/** A job that will never succeed: it is not tried again, and its row says why. */
export class PermanentError extends Error {
  override readonly name = "PermanentError";
}
