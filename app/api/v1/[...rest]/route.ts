import { failure } from "#app/api/_server/serve.ts";
import { notFound } from "#lib/services/errors.ts";

/** Anything the API does not know, as a problem document instead of a page. */
const unknown = () => failure(notFound("address"), "/api/v1");

export { unknown as DELETE, unknown as GET, unknown as PATCH, unknown as POST, unknown as PUT };
